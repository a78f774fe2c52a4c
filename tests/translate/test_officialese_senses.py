"""Words whose nearest English would say something else."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("激发干事创业热情", "Stimulate enthusiasm for getting things done and breaking new ground"),
        ("加大宏观政策调控力度", "Step up macro policy regulation"),
        ("加快数智化改造升级", "Speed up digital and smart upgrading"),
        ("掌握产业发展的规律", "Master patterns of industrial development"),
        ("尊重自然规律", "Respect the laws of nature"),
        ("从根本上解决问题", "Fundamentally solve problems"),
        ("全力推进项目建设", "Go all out to advance project construction"),
        ("织密安全防线", "Tightly weave safety defences"),
        ("守住安全度汛底线", "Hold the bottom line of safety through the flood season"),
        ("减轻群众负担", "Reduce the burden on residents"),
        ("优化公共服务资源配置", "Optimise allocation of public service resources"),
        ("为企业履职提供服务", "Provide services for performance of duties by companies"),
        ("提高政治定力", "Raise political resolve"),
    ],
)
def test_the_sense_officials_mean(chinese, english):
    assert gloss(chinese) == english


def test_the_layout_of_a_city_is_not_what_it_shows():
    assert gloss("展现现代化建设的城市格局") is None
