"""What has a name of its own: cups, calls in quotation marks, expos with a place, congresses of groups, who is chosen."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.events import great_event
from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "第三届“云岭杯”龙舟赛新闻发布会召开",
            "A press conference on the 3rd “Yunling Cup” dragon boat race was held",
        ),
        (
            "县教育局召开“优化营商环境、提升服务效能”专项行动动员会",
            (
                "The county education bureau held a mobilisation meeting on the"
                " “improve the business environment and raise service efficiency” special campaign"
            ),
        ),
        ("云岭县召开“学榜样 比贡献 争一流”主题活动推进会", None),
        ("云岭县妇女第八次代表大会开幕", "The 8th women's congress of Yunling County opened"),
        ("市残疾人第六次代表大会开幕", "The 6th city congress of people with disabilities opened"),
        (
            "云岭县总工会第九次代表大会隆重开幕",
            "The 9th congress of the Yunling County federation of trade unions opened",
        ),
        (
            "市科协召开会员大会 选举产生新一届理事会",
            "The city science and technology association held a general meeting of members to elect a new council",
        ),
        (
            "县教育局召开干部会议 宣布林知远任党组书记、局长",
            (
                "The county education bureau held a meeting of officials to announce the appointment of Lin Zhiyuan"
                " as secretary of the leading Party group and bureau director"
            ),
        ),
        (
            "县领导出席全县教育大会并为优秀教师颁奖",
            "County leaders attended a county conference on education and presented awards to excellent teachers",
        ),
        (
            "同心同向 共话未来 云岭县召开乡贤座谈会",
            (
                "Move in the same direction with one heart, talk about the future together:"
                " Yunling County held a discussion meeting with respected locals"
            ),
        ),
    ],
)
def test_a_headline_is_told(chinese: str, english: str | None) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("中国（青川）国际新材料产业博览会", "the China (Qingchuan) International New Material Industry Expo"),
        ("中国—东盟博览会", "the China-ASEAN Expo"),
        ("世界人工智能大会", "the World Artificial Intelligence Conference"),
        ("全球服务贸易论坛", "the Global Forum on Trade in Services"),
    ],
)
def test_an_event_keeps_its_name(chinese: str, english: str) -> None:
    assert great_event(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("川渝两地法院", "the courts of Sichuan and Chongqing"),
        ("晋冀鲁豫四省八市", None),
        ("市税务局稽查局", "the inspection bureau of the city tax bureau"),
        ("县公安局看守所", "the detention centre of the county public security bureau"),
        ("水利部黄河水利委员会", "the Yellow River Conservancy Commission of the Ministry of Water Resources"),
        ("第六师云湖农场", "Yunhu Farm of the 6th Division"),
    ],
)
def test_a_body_of_several_places_or_inside_another(chinese: str, english: str | None) -> None:
    assert body(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县—白水区东西部协作联席会议召开",
            (
                "Yunling County and Baishui District held a joint meeting on cooperation"
                " between eastern and western regions"
            ),
        ),
        (
            "【清廉云岭】县卫健局召开清廉医院建设推进会",
            "Clean Yunling: the county health bureau held a meeting to advance the building of clean hospitals",
        ),
        (
            "农工党云岭总支召开座谈会",
            (
                "The Yunling general branch of the Chinese Peasants' and Workers' Democratic Party"
                " held a discussion meeting"
            ),
        ),
        ("青川市云湖小学召开家长会", "Yunhu Primary School of Qingchuan City held a parents' meeting"),
        ("云湖镇召开楼宇企业座谈会", "Yunhu Town held a discussion meeting with companies in office buildings"),
    ],
)
def test_places_and_columns(chinese: str, english: str | None) -> None:
    assert headline(chinese) == english
