import pytest
import torch

from index.embedders.packing import GROUP, pack, unpack


@pytest.fixture
def table() -> torch.Tensor:
    torch.manual_seed(0)
    return torch.randn(7, 3 * GROUP) * torch.tensor(
        [[0.01], [1.0], [50.0], [1.0], [1.0], [2.0], [0.5]]
    )


def test_a_table_comes_back_within_the_rounding(table):
    packed = pack(table, common=3)
    back = unpack(packed)
    assert back.shape == table.shape
    groups, found = (t.reshape(7, -1, GROUP) for t in (table, back))
    most = groups.abs().amax(dim=2, keepdim=True)
    steps = torch.tensor([127.0] * 3 + [7.0] * 4).reshape(7, 1, 1)
    assert ((groups - found).abs() <= 0.51 * most / steps + 1e-6).all()


def test_two_values_of_a_rare_row_share_a_byte(table):
    packed = pack(table, common=3)
    assert packed["eight"].shape == (3, 3 * GROUP)
    assert packed["four"].shape == (4, 3 * GROUP // 2)
    assert {packed["eight"].dtype, packed["four"].dtype} == {torch.int8, torch.uint8}


def test_a_row_of_nothing_stays_nothing():
    assert not unpack(pack(torch.zeros(2, GROUP), common=1)).any()


def test_values_are_packed_as_by_hand():
    row = torch.zeros(1, GROUP)
    row[0, :2] = torch.tensor([7.0, -3.0])
    packed = pack(row, common=0)
    assert packed["four"][0, 0] == (7 + 8) * 16 + (-3 + 8)
    assert unpack(packed)[0, :3].tolist() == [7.0, -3.0, 0.0]
