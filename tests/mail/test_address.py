from __future__ import annotations

import pytest

from digest.errors import BadAddress
from digest.mail import normalise_address


@pytest.mark.parametrize(
    ("written", "wire"),
    [
        ("  Reader@Example.COM \n", "Reader@example.com"),
        ("reader@河湾.example", "reader@xn--ovw41b.example"),
        ("reader@XN--OVW41B.example", "reader@xn--ovw41b.example"),
        ("reader@mail。example.com", "reader@mail.example.com"),
        ("o'hara+news@example.com", "o'hara+news@example.com"),
        ("reader@localhost", "reader@localhost"),
    ],
)
def test_an_address_is_trimmed_and_its_domain_lowered_into_a_labels(written, wire):
    assert normalise_address(written) == wire
    assert normalise_address(wire) == wire


@pytest.mark.parametrize(
    "text",
    [
        "",
        "reader",
        "@example.com",
        "reader@",
        "reader@example..com",
        "reader@-example.com",
        "reader@exa_mple.com",
        "reader@[127.0.0.1]",
        "a@b@example.com",
        "reader@example.com\r\nBcc: spy@example.net",
        "rea\r\nder@example.com",
        "rea\0der@example.com",
        "rea der@example.com",
        "<reader@example.com>",
        "读者 <reader@example.com>",
        "a@example.com,b@example.com",
        "读者@example.com",
        "reader\uff20example.com",
        "reader@\u2603\ufffd.example",
        f"{'a' * 60}@{'.'.join(['b' * 60] * 4)}.com",
        f"{'a' * 65}@example.com",
        f"a@{'b' * 64}.com",
        f"a@{'.'.join(['b' * 60] * 5)}",
    ],
)
def test_what_must_not_go_on_the_wire_is_refused_in_one_printable_line(text):
    with pytest.raises(BadAddress) as caught:
        normalise_address(text)
    assert str(caught.value).isprintable()
