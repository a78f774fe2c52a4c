"""What happens steadily, what a clause is about before its verb, and what is a problem by its name."""

from __future__ import annotations

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # 稳定 is how they grow
        ("促进果农稳定增收", "Promote the steady income growth of fruit farmers"),
        ("推动外贸稳定增长", "Drive the steady growth of foreign trade"),
        ("促进旅游收入稳定增长", "Promote the steady growth of tourism income"),
        ("推动旅游业稳定恢复", None),
        ("带动牧民稳定就业", None),
        # what it is about, and the verb of the clause
        ("围绕完善养老服务体系协商议政", "Focusing on improving the elderly care system, deliberate on state affairs"),
        ("围绕统筹医疗资源和养老设施布局建言献策", None),
        ("围绕加强党建和推动发展谋划工作", None),
        ("通过持续深入抓好整改", None),
        ("结合真实案例开展宣传", "Carry out publicity with reference to true cases"),
        # a problem by its name
        ("整治数据造假问题", "Crack down on falsification of data"),
        ("纠治统计造假问题", "Crack down on falsification of statistics"),
        ("解决违规收费问题", "Solve illegal charge problems"),
        # in what spirit
        ("以饱满的精神状态推进改革", "With high spirits, push forward reform"),
        ("以奋发有为的精神状态推进各项工作", "With a spirit of hard work, push forward all work"),
        # needs, funds, standards, foundations, resources
        ("满足居民就业需求", "Meet residents' needs for employment"),
        ("满足农民培训需求", "Meet farmers' training needs"),
        ("提高救灾资金使用效益", "Promote effective use of relief funds"),
        ("严格执行环保标准", "Strictly follow environmental protection standards"),
        ("立足乡村文化基础", "Build on the foundation of rural culture"),
        ("立足现有基础", "Build on the existing foundation"),
        ("汇聚多方资源", "Pool resources from many quarters"),
        ("精准分类施策", "Take targeted measures by category"),
        ("打造具有区域特色优势的产业", "Build industries with distinctive regional advantages"),
        ("防止因病返贫", "Prevent a return to poverty because of illness"),
        ("掌握习近平文化思想的理论体系", "Understand the theoretical system of Xi Jinping Thought on Culture"),
    ],
)
def test_steadily_and_about(chinese: str, english: str | None) -> None:
    """Each is said as it is meant, or not at all."""
    assert gloss(chinese) == english
