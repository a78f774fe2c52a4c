"""Titles of notices and other papers: whose paper, on what."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.headline import headline, headline_in_part


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县教育局关于做好冬季校园安全工作的通知",
            "Notice of the Yunling County education bureau on campus safety work in winter",
        ),
        ("关于进一步加强食品安全工作的通知", "Notice on further strengthening food safety work"),
        ("关于限期拆除违法广告牌的通告", "Public notice on removing illegal billboards within a time limit"),
        (
            "中共云岭县委 云岭县人民政府关于表彰先进集体和先进个人的决定",
            (
                "Decision of the Yunling County Party committee and the Yunling County people's government on "
                "commending outstanding groups and individuals"
            ),
        ),
        (
            "市卫健委关于建立健全基层医疗卫生服务体系的实施意见（试行）",
            (
                "Implementing opinions of the city health commission on setting up and improving the service system "
                "for primary health care"
            ),
        ),
        (
            "关于印发《云岭县防汛应急预案》的通知",
            "Notice on issuing the emergency plan for flood control of Yunling County",
        ),
        (
            "云岭县人民政府办公室关于印发2026年政府工作要点的通知",
            (
                "Notice of the office of the Yunling County people's government on issuing the 2026 key points of "
                "government work"
            ),
        ),
    ],
)
def test_whose_paper_on_what(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "关于某某某某的通知",
        "某某某某关于加强食品安全工作的通知",  # whose it is, is not understood
        "关于林知远等同志任职的通知",
        "关于2026年国庆节放假安排的通知",
        "关于印发防汛工作会议纪要的通知",
    ],
)
def test_of_a_paper_that_is_not_understood_nothing_is_told(chinese):
    assert headline(chinese) is None
    assert headline_in_part(chinese) is None
