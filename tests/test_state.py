"""The fresh torch of every card and lesson, and the deprecations that count as errors."""

import warnings

import pytest
import state
import torch


@pytest.mark.fault("a lesson changes global state", "the next lesson does not see it")
def test_global_state_is_reset_before_and_after():
    torch.set_default_dtype(torch.float64)
    with state.fresh_torch():
        assert torch.get_default_dtype() == torch.float32
        first = torch.rand(3)
        torch.set_default_dtype(torch.float16)
        torch.set_default_device("meta")
        torch.set_grad_enabled(False)
        torch.use_deterministic_algorithms(True)
        torch.set_printoptions(precision=1, sci_mode=True)
        torch.distributions.Distribution.set_default_validate_args(False)
        torch.set_num_threads(1 + torch.get_num_threads())
        threads = torch.get_num_threads()
        warnings.filterwarnings("ignore", message="only inside")
    assert torch.get_default_dtype() == torch.float32
    assert torch.get_default_device() == torch.device("cpu")
    assert torch.is_grad_enabled()
    assert not torch.are_deterministic_algorithms_enabled()
    with pytest.raises(ValueError):
        torch.distributions.Normal(0.0, -1.0)
    assert repr(torch.tensor([1.23456])) == "tensor([1.2346])"
    assert torch.get_num_threads() == threads - 1
    assert not [message for _, message, *_ in warnings.filters if message and message.pattern == "only inside"]
    with state.fresh_torch():
        assert torch.equal(torch.rand(3), first)


def test_what_one_card_compiled_does_not_change_what_the_next_compiles():
    def double(x):
        return 2 * x

    counts = []
    for _ in range(2):
        graphs = []
        with state.fresh_torch():
            compiled = torch.compile(double, backend=lambda graph, _: graphs.append(graph) or graph.forward)
            for size in (2, 3):
                compiled(torch.ones(size))
        counts.append(len(graphs))
    assert counts == [2, 2]


@pytest.mark.parametrize("message, category, fails", [
    ("torch.qr is deprecated in favor of torch.linalg.qr", UserWarning, True),
    ("this will be removed in 3.0", UserWarning, True),
    ("anything", DeprecationWarning, True),
    ("anything", FutureWarning, True),
    ("The dataloader does not have many workers", UserWarning, False),
    ("This process (pid=7) is multi-threaded, use of fork() may lead to deadlocks in the child.", DeprecationWarning, False),
])
def test_only_deprecations_are_errors(message, category, fails):
    with warnings.catch_warnings():
        warnings.resetwarnings()
        warnings.simplefilter("ignore")
        state.deprecations_are_errors()
        if fails:
            with pytest.raises(category):
                warnings.warn(message, category)
        else:
            warnings.warn(message, category)
