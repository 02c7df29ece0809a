"""The notes of which public names a card or a lesson uses while it runs."""

import doctest

import calls
import notes
import pytest
import torch

SOURCE = """
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, TensorDataset

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 2)

    def forward(self, x):
        return F.relu(self.linear(x))

net = Net()
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
for (x,) in DataLoader(TensorDataset(torch.ones(4, 3)), batch_size=2):
    net(x).sum().backward()
    optimizer.step()
with torch.no_grad():
    print(f"{torch.float64 = }")
"""


def notes_of(source):
    with calls.called_names() as names:
        exec(notes.compile_noted(source, "<lesson>", "exec"), {"__name__": "lesson"})
    return names


def test_what_is_called_read_and_inherited_from_is_noted_by_its_public_name(capsys):
    names = notes_of(SOURCE)
    assert {"torch.nn.Module", "torch.nn.Linear", "torch.nn.functional.relu", "torch.optim.SGD", "torch.optim.SGD.step", "torch.ones",
            "torch.utils.data.DataLoader", "torch.utils.data.TensorDataset", "torch.nn.Module.parameters", "torch.Tensor.sum",
            "torch.Tensor.backward", "torch.no_grad", "torch.float64"} <= names
    assert capsys.readouterr().out == "torch.float64 = torch.float64\n"


def test_what_stands_in_the_text_and_never_runs_is_not_noted():
    names = notes_of("import torch\nif torch.tensor(0):\n    torch.cat([])\ntext = 'torch.stack'\n")
    assert "torch.tensor" in names
    assert not {"torch.cat", "torch.stack"} & names


def test_what_the_reader_calls_is_noted():
    with calls.called_names() as names:
        t = torch.arange(6).view(2, 3)
        torch.cat([t, t]).shape
        layer = torch.nn.Linear(3, 2)
        torch.nn.functional.relu(layer(torch.ones(1, 3)))
    assert {"torch.arange", "torch.Tensor.view", "torch.cat", "torch.Tensor.shape", "torch.nn.Linear", "torch.nn.functional.relu"} <= names


def test_what_a_library_calls_in_its_turn_is_not_noted():
    with calls.called_names() as names:
        torch.nn.Linear(3, 2)
    assert names == {"torch.nn.Linear"}


def test_notes_end_with_the_block():
    with calls.called_names() as names:
        pass
    torch.ones(2)
    torch.nn.Linear(1, 1)
    assert names == set()


def test_a_doctest_is_noted_and_still_fails_where_it_is_false(capsys):
    test = doctest.DocTestParser().get_doctest(">>> import torch\n>>> torch.cuda.is_available() in (True, False)\nTrue\n>>> 1 + 1\n3\n", {}, "card", None, 0)
    with calls.called_names() as names:
        result = doctest.DocTestRunner(verbose=False).run(test)
    assert "torch.cuda.is_available" in names
    assert result.failed == 1
    assert "Got:\n    2" in capsys.readouterr().out


@pytest.mark.parametrize("source", ["def f(x):\n    return torch.relu(x)\n", "f = lambda x: torch.relu(x)\n"])
def test_the_body_of_a_function_is_left_as_it_is(source):
    code = notes.compile_noted(source, "<lesson>", "exec")
    function = next(constant for constant in code.co_consts if hasattr(constant, "co_names"))
    assert notes.NOTE not in function.co_names and "relu" in function.co_names


def test_a_traceback_still_names_the_line():
    with pytest.raises(ZeroDivisionError) as error, calls.called_names():
        exec(notes.compile_noted("x = 1\n\ny = float(\n    x) / 0\n", "<lesson>", "exec"), {})
    assert error.traceback[-1].lineno + 1 == 3


def test_an_alias_is_noted_as_it_is_written_too():
    names = notes_of("import torch\nfrom torch import nn\nwith torch.amp.autocast('cpu'):\n    nn.modules.linear.Linear(2, 3)\n"
                     "off = torch.backends.cudnn.benchmark\ntext = 'a'.upper()\n")
    assert {"torch.amp.autocast", "torch.autocast", "torch.nn.modules.linear.Linear", "torch.nn.Linear", "torch.backends.cudnn.benchmark"} <= names
    assert not {name for name in names if name.endswith(("upper", "torch.amp", "torch.nn", "torch.nn.modules"))}
