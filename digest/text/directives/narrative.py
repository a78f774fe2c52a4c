"""The reporter's words and the speaker's reports: what is told, and demands nothing."""

from __future__ import annotations

import re

from digest import data
from digest.text.directives.content import Content
from digest.text.directives.markers import Kind
from digest.text.segment import mask

_CUES = data.sections("cues")
_NARRATIVE_START = re.compile(rf"(?:{data.alternation(_CUES['narrative'])})")
_NARRATIVE = re.compile(
    r"(?:出席|参加|列席|陪同)(?:了)?(?:上述|此次|本次|活动|会议|调研|座谈|检查|仪式)*[^，]{0,6}$|主持(?:召开)?(?:了)?(?:会议|座谈会)|(?:作|做)(?:了)?[^，]{0,60}(?:发言|汇报|报告|点评|说明|解读|辅导|讲解|部署|安排)$"
    r"|进行(?:了)?(?:安排部署|部署|安排|(?:发言)?交流|汇报|讲解|培训|解读|讨论|总结|通报|表彰)$|^\d{1,2}月\d{1,2}日(?![前起至]|之前|以前)|^\d{4}年(?!\d{1,2}月\d{1,2}日[前起至]|[^，]{0,10}[前底内])|^(?:今年|去年|目前|截至|近年)[^要]*(?:了|已)"
    r"|(?:听取|审议|传达|通报|宣读|观看|察看|查看|走访|慰问|参观|学习|研究|讨论|总结|分析|部署|安排)了|标志着|(?:信息|资料|数据)显示|出生于|曾任|^(?:举报|联系|咨询|服务|值班|监督)电话$|^(?:今年|去年|入[春夏秋冬汛])[^，]{0,8}以来|^[^，要]{2,24}以来$|^[^，要]{0,10}(?:详细|仔细)(?:了解|查看|察看|询问|听取)|^根据会议|共(?:安排|派出|设立?)\d|驻足|边走边|同比|环比|据[^，]{2,20}(?:统计|了解|报道|显示|披露|消息)|根据[^，]{2,24}(?:数据|统计|消息|报道)|意味着|业内|分析人士|是(?:一[家所座]|国内|目前)|成立于|^[^，]{2,20}位于|占地|始建于|将(?:以|继续|认真|坚持|进一步|按照|在)"
)
#: of the reports, the ones that an item of a list may also demand
_PROCEEDS = re.compile(r"进行(?:部署|安排|交流|培训|解读|讨论|总结|通报)$")
#: 县文旅局将…: any future of a subject; not 将 that takes an object somewhere (将情况报…), nor a threat
_WILL = re.compile(r"[^，]{2,12}将(?!.*(?:追责|问责|严肃)|[^，]*(?:报|纳入|作为|分解|列入|移交|反馈))")
#: 县文旅局将围绕…: what somebody will do is an outlook; what will be held against somebody (将…追责) is a demand
_OUTLOOK = re.compile(
    r"^[^，]{2,16}将(?:围绕|以|继续|进一步|按照|坚持|在|着力|充分|持续|全面|深入|积极|认真|严格|加大|加强|加快|推进|推动|适时|陆续|逐步|组织|开展)(?!.*(?:追责|问责|严肃))"
)
#: ahead of a marked clause these still are the reporter's words: 随后，专家解读了政策，…要…
_TELLS = re.compile(
    r"^(?:随后|会前|会后)|(?:解读|讲解|介绍|汇报|通报|传达|听取|察看|查看|观看|走访|慰问|参观|宣读|探讨|分析说明|交流)了"
)
#: 希望各企业抓住机遇: a wish demands nothing of whom it names; 希望通过… says what the demand before is for
_WISH = re.compile(r"[^，要]{0,8}(?:希望|勉励|寄语)(?!通过|能)")
#: 只要坚定信心，就一定能…: what will come of it
_FAITH = re.compile(r"(?:我们)?(?:坚信|相信|深信)|只要(?=[^，]+，[^。]*(?:就|一定)能)|唯有")
#: 上半年，各部门完成了…: what was, told inside a speech
_PAST = re.compile(r"(?:(?:[今去]年)?上半年|去年|前期|前一?阶段|前段时间|过去|[一二三]季度)(?=，|[^，]*了)")
_CONTACT = re.compile(r"(?:[\u4e00-\u9fff]{0,4}(?:电话|邮箱|联系人|联系方式|网址|传真))(?:[：:]|$)")
_PERMITS = re.compile(r"[^，]{2,24}(?<![不认许])可(?:以|在|通过|使用|凭|自愿|登录|申请|选择|按|向|到)")
_GROUND = re.compile(r"由于|鉴于|因(?!地|时|人)|近[期日]|目前|当前")
#: the particle of what is done; not that of 为了, 除了, 了解
_DONE = re.compile(r"(?<![为除])了(?![解然结])")
#: 当前，…: a situation; in a speech the ground of the demand, before it a report
_SITUATION = re.compile(
    r"(?:近年来|连日来|目前|当前|近期|截至|(?:今年|去年|入[春夏秋冬汛]|[上下]半年|[一二三四]季度)[^，]{0,8}以来)"
)


def narrates(content: Content, *, demanded: bool, number: str | None) -> bool:
    """True if the segment is the reporter's and ends the speech before it.

    ``demanded`` says whether the speech has demanded anything yet, ``number`` is the list item that is being read.
    """
    if content.kind is Kind.MARKED:
        return any(_TELLS.search(clause) for clause in content.lead_in)
    masked = mask(content.text)
    if _SITUATION.match(masked) and (not demanded or number):
        return False  # the ground of a demand that is still to come
    told = (_NARRATIVE.search(c) for c in map(mask, content.clause_texts) if not number or not _may_be_work(c))
    return bool(
        _NARRATIVE_START.match(masked)
        or any(told)
        or any(_OUTLOOK.match(clause) for clause in content.clause_texts)
        or (not number and _WILL.match(masked))
    )


def _may_be_work(clause: str) -> bool:
    """True for what an item of a list may demand in a reporter's words: 将…纳入, 定期进行通报."""
    return "将" in clause or ("了" not in clause and _PROCEEDS.search(clause) is not None)


def is_past(content: Content) -> bool:
    """True for 上半年，…: an unmarked sentence about a time gone by."""
    return content.kind is not Kind.MARKED and _PAST.match(content.text) is not None


def is_wish(content: Content) -> bool:
    """True for 希望各企业… and 相信全县人民…: it names somebody and demands nothing."""
    return content.kind is not Kind.MARKED and (_WISH.match(content.text) or _FAITH.match(content.text)) is not None


def is_contact(content: Content) -> bool:
    """True for 举报电话：110: whom to call is no demand."""
    return _CONTACT.match(content.text) is not None


def is_ground(content: Content) -> bool:
    """True for 由于近期多地出现疫情，…: why a notice asks what it asks."""
    return content.kind is not Kind.MARKED and _GROUND.match(content.text) is not None


def permits(content: Content) -> bool:
    """True for 申请人可通过网站申领: what somebody may do."""
    return content.kind is not Kind.MARKED and _PERMITS.match(content.text) is not None


def is_done(content: Content) -> bool:
    """True if the segment tells of something done (了)."""
    return _DONE.search(mask(content.text)) is not None
