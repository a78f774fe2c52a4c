"""Set turns of official Chinese, and how English says them: responsibilities are fulfilled, capacity is built up."""

from __future__ import annotations

import re
from collections.abc import Callable

_FULFILLED = "fulfilment of "
#: how responsibilities are said to be fulfilled
_PRESSED = (
    "strengthen|step up|drive|promote|push forward|advance|strictly enforce|enforce|pay close attention to|ensure"
    "|do a good job of"
)
_LOUDLY = "(?:(?:forcefully|actively|vigorously) )?"
#: whose needs they are
_THEIRS = r"\b((?:the )?(?:people|residents|workers|farmers|households|patients|pupils|students)'s?)"
#: where people live
_LIVED_IN = "cit(?:y|ies)|metropolis|count(?:y|ies)|towns?|villages?|districts?|homelands?|homes?"

#: nothing that can be prevented
_WEATHER = (
    r"\b(?:rain|rainfall|rainstorms?|typhoons?|weather|cold waves?|cold snaps?|heat|temperatures?"
    r"|snow|snowfall|winds?)\b"
)


def _all_done(found: re.Match[str]) -> str:
    return f"ensure that {found[1]} {'is' if found[1].endswith('work') else 'are'} fully carried out"


#: how it is said in a row, and how English says it; each on what the one before left
TURNS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # 全县人民生命安全
    (
        re.compile(r"\b(?:the )?(county|city|province|nation|district)wide people's ((?:(?!and |or )[a-z]+ ?){1,2})$"),
        r"the \2 of the people across the \1",
    ),
    (re.compile(r"\bthe (county|city|province|nation|district)wide people\b(?!')"), r"the people across the \1"),
    (re.compile(r"\bensure (?=(?:the )?lives and health\b)"), "protect "),
    # 为持续推动改革提供支撑
    (re.compile(r"\bkeeping (?=[a-z]+ing\b)"), "continuously "),
    # 新一轮提升行动
    (re.compile(r"\ba new round of (?=(?:(?!and |of )[a-z-]+ ){0,3}(?:drive|campaign|action|programme)\b)"), "a new "),
    # 拒腐防变的思想防线
    (re.compile(r"\b(defences?|firewalls?”?) of resistance to\b"), r"\1 against"),
    # 广泛凝聚工作合力
    (re.compile(r"\bwidely (?:join forces|pool joint efforts)"), "bring all sides together"),
    # 结合主题教育
    (
        re.compile(r"^in light of (?=the (?:[A-Za-z]+ ){1,4}campaign\b)"),
        "in conjunction with ",
    ),
    (re.compile(r"\bin campuses\b"), "on campuses"),
    # 制度刚性约束
    (re.compile(r"\b(institutional|legal|budget|policy|fiscal) binding (?=constraints\b)"), r"binding \1 "),
    # 人民群众调解需求
    (re.compile(rf"{_THEIRS} ((?:[a-z]+ )?[a-z]+(?:tion|ment)) (?:demand|needs)$"), r"\1 needs for \2"),
    (re.compile(rf"{_THEIRS} ([a-z]+(?: [a-z]+)?) demand$"), r"\1 \2 needs"),
    # 结合典型案例进行剖析
    (re.compile(r"^in light of ((?:[a-z]+ )?cases), ((?!.*cases)[^,]+)$"), r"\2 with reference to \1"),
    # 立足乡村文化基础
    (
        re.compile(
            r"\bbuild on the (?!existing|present)((?:[a-z-]+ )*[a-z]+(?<!al)(?<!ive)(?<!ic)(?<!ing)(?<!ed)) foundation$"
        ),
        r"build on the foundation of \1",
    ),
    # 具有东北特色优势的现代化产业体系
    (re.compile(r"\bthe (?=modern industrial system (?:with|that)\b)"), "a "),
    (
        re.compile(r"\b(local|regional|national|northeast) distinctive (?=(?:advantages|features)\b)"),
        r"distinctive \1 ",
    ),
    # 通过购买服务方式
    (re.compile(r"^through (?:methods|ways|forms|means) of (?=[^,]+, )"), "through "),
    # 保障受灾群众生活
    (re.compile(r"\b(ensur(?:e|ing)) (?:the )?(?:lives|life) of\b"), r"\1 the basic needs of"),
    (re.compile(r"\b(ensur(?:e|ing) [a-z]+') lives$"), r"\1 basic needs"),
    # 产品价值实现, 教育相关工作
    (re.compile(r"^(?:drive|promote) achievement of\b"), "help realise"),
    (re.compile(r"\b(on (?:[a-z]+ )?[a-z]+) related (?=[a-z]+)"), r"\1-related "),
    # 工作的责任感
    (re.compile(r"\b(sense of [a-z, ]+) of work$"), r"\1 in work"),
    # 灾害防范应对: the prepositions differ, and weather is nothing to be prevented
    (re.compile(r"\b(prevention) and response (?:of|to)\b"), r"\1 of and response to"),
    (re.compile(rf"\bprevention of (and response to [^,;]*?{_WEATHER})"), r"preparation for \1"),
    # 在当前防汛的关键时期
    (
        re.compile(r"\bin (?:the )?(critical|key|crucial) (?:period|stages?|moment) of ((?:the )?)current "),
        r"at this \1 stage of \2",
    ),
    # 在发展上再有新作为
    (re.compile(r"\bfurther have new (achievements|results)\b"), r"achieve further results"),
    (re.compile(r"\bhave new (?:achievements|results)\b"), "achieve new results"),
    (re.compile(r"\bfurther have new (breakthroughs|progress)\b"), r"make further \1"),
    (re.compile(r"\bhave new (breakthroughs|progress)\b"), r"make new \1"),
    (re.compile(r"\bhave (?=new responsibility\b)"), "take on "),
    (re.compile(r"\bhave new measures\b"), "take new measures"),
    (re.compile(r"\bfurther have new improvements?\b"), "make further improvements"),
    # 科学安排工期, 自觉履行责任
    (
        re.compile(r"\bscientifically (?=(?:arrang|plan|organis|schedul|allocat|deploy|determin|set|adjust))"),
        "sensibly ",
    ),
    (re.compile(r"\bscientifically (draw(?:ing)? up|formulat(?:e|ing)) (?=(?:[a-z-]+ ){0,2}plans\b)"), r"\1 sound "),
    (re.compile(r"\bconsciously (?=(?:fulfil|carry(?:ing)? out|implement|perform|observ))"), "conscientiously "),
    # 本次台风防范应对
    (re.compile(r"\bthis (?=preparation for)"), "this round of "),
    # 抓好各项工作落实
    (re.compile(r"\bdo a good job of implementing ((?:all|key) (?:work|[a-z]+s))$"), _all_done),
    # 做好运输保障
    (re.compile(r"\bensure support of (?=[a-z])"), "ensure "),
    # "lists of problems, lists of tasks and lists of responsibilities"
    (re.compile(r"\blists of ([a-z]+), lists of ([a-z]+) and lists of (?=[a-z]+$)"), r"lists of \1, \2 and "),
    # "fall of costs"
    (re.compile(r"\b(?:a )?substantial (fall|drop|reduction|increase|rise) of\b"), r"a substantial \1 in"),
    # "developing" with nothing behind it
    (re.compile(r"\bfor developing$"), "for development"),
    (re.compile(r"\bin better developing$"), "in developing better"),
    # 生态环境和生物资源优势
    (
        re.compile(r"(?<!of )\b((?:(?:the )?[a-z]+(?: [a-z]+)? and )?[a-z]+ resources) advantages\b"),
        r"advantages in \1",
    ),
    # 以良好生态环境支撑: one of its kind
    (re.compile(r"\b(use|with) the (?=[a-z-]+ environment to\b)"), r"\1 a "),
    # 以多种形式: "using various forms"
    (re.compile(r"(?:(?<=^)|(?<=, ))with (?=(?:[a-z-]+ ){1,3}(?:forms|methods|ways|means)$)"), "using "),
    # "acts that damage forests by law": what is done by law stands before
    (
        re.compile(
            r"^((?!.*should)(?:[^,;]* )?(?:that|which|of concern|(?:on|punish) [a-z]+ing) [^,;]*)"
            r" (?:by law|in accordance with the law)$"
        ),
        r"in accordance with the law, \1",
    ),
    # 坚持从实际出发
    (re.compile(r"\bkeep starting from ((?:[a-z'-]+ )+)and acting\b"), r"always start from \1and act"),
    (re.compile(r"\bkeep starting with (?!.* and [a-z]+ing\b)"), "always start with "),
    (re.compile(r"\bkeep starting from (?!.* and [a-z]+ing\b)"), "always start from "),
    # 强化责任落实
    (
        re.compile(r"\bimplementation of (?=(?:(?!and |of |for )[a-z'-]+ )*responsibilit(?:y|ies)\b(?! system))"),
        _FULFILLED,
    ),
    (re.compile(rf"\b{_LOUDLY}(?:{_PRESSED}) (?:the )?(?={_FULFILLED}|full discharge of resp)"), "ensure the "),
    (re.compile(r"\bfulfilment of ((?:[a-z-]+ )*responsibilities) is in place\b"), r"\1 are fulfilled"),
    (re.compile(r"\bfor fulfilment of (?=resp)"), "for fulfilling "),
    (re.compile(r"\bspeed up (?=fulfilment of)"), "speed up the "),
    (re.compile(r"\bdo a good job of implementing (?=responsibilities and )"), "ensure the fulfilment of "),
    # 责任落实、措施落实
    (
        re.compile(r"\bensure the fulfilment of (responsibilities(?:, [a-z]+)* and [a-z]+)$"),
        r"ensure that \1 are all in place",
    ),
    # 抓好能力建设
    (
        re.compile(r"\bdo a good job of the building of (?=(?:[a-z'-]+ )*(?:capacity|abilities|teams|pool)\b)"),
        "build up ",
    ),
    (re.compile(r"\bdo a good job of (?:the )?(build|improv)(?:ing|ement) of\b"), r"do a good job of \1ing"),
    # 部门与企业的沟通协调
    (
        re.compile(
            r"\b(communication(?: and (?:coordination|contact|cooperation|consultation))?"
            r"|(?<=work on )coordination) of (?=(?:(?!of |for |on |in )[A-Za-z'-]+ )+and [a-z'-]+(?: [a-z'-]+){0,3}$)"
        ),
        r"\1 between ",
    ),
    # 城市发展新动能
    (
        re.compile(r"\b(drivers) of growth (?:of (?=(?:[a-z-]+ )*(?:development|growth)\b)|for (?=development\b))"),
        r"\1 of ",
    ),
    (re.compile(r"\binject (new|strong) drivers of growth into\b"), r"inject \1 momentum into"),
    # 加强同群众的联系, 坚持密切联系和服务群众
    (re.compile(r"\b(?<=strengthen )contact with residents\b"), "ties with the people"),
    # 经济发展和生态环境保护
    (
        re.compile(
            r"(?<=[a-z]) and (?=(?:ecological and environmental protection|Party conduct and clean government)\b)"
        ),
        " as well as ",
    ),
    # 人与自然和谐共生的美丽中国
    (re.compile(r"\bbeautiful China models\b"), "models of a beautiful China"),
    (
        re.compile(
            rf"\b(China|{_LIVED_IN}) "
            r"of harmony between people and nature\b"
        ),
        r"\1 where people and nature live in harmony",
    ),
    # 清理妨碍公平竞争的规定, 抓好党风廉政建设
    (
        re.compile(
            r"\bclear up (?=(?:[a-z-]+ )*(?:measures|rules|provisions|policies) that (?:hinder|restrict|hold)\b)"
        ),
        "remove ",
    ),
    (re.compile(r"\bdo a good job of (?=Party conduct and clean)"), "improve "),
    # 保障群众生命健康, 加强政协工作
    (re.compile(r"(?<!the )\b(li(?:fe|ves) and health|life, health and property) of\b"), r"the \1 of"),
    (re.compile(r"\b((?:strengthen|improv|support)(?:e|ing)?) (?=work of the\b)"), r"\1 the "),
    # 全面系统深入学习贯彻
    (re.compile(r"\b([a-z]+ly) and ([a-z]+ly) and (?=[a-z]+ly\b)", re.IGNORECASE), r"\1, \2 and "),
    # 贯彻落实中央决策部署
    (
        re.compile(r"\b(implement(?:ing)?) (?=(?:decisions|plans|requirements|policies)(?: and [a-z]+)? of the\b)"),
        r"\1 the ",
    ),
)
