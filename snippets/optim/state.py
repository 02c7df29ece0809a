"""Saving and watching an optimizer

Most optimizers remember something from step to step. These cards show where it is kept, how to save it and load it
again, and how to hook your own code into a step. You need them to continue an interrupted training as if nothing had
happened.
"""


def state():
    """``optimizer.state`` maps each parameter to what its rule remembers, and is empty before the first step.

    Plain SGD remembers nothing at all. Adam keeps a step count and two averages of the parameter's shape,
    so its state is about twice as large as the model.

    >>> import torch
    >>> w = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
    >>> w.grad = torch.tensor([8.0, 4.0, -8.0])
    >>> plain = torch.optim.SGD([w], lr=0.25)
    >>> plain.step()
    >>> w, len(plain.state)
    (tensor([-1.,  1.,  5.], requires_grad=True), 0)
    >>> optimizer = torch.optim.Adam([w], betas=(0.5, 0.75))
    >>> len(optimizer.state)
    0
    >>> optimizer.step()
    >>> for name, value in optimizer.state[w].items():
    ...     print(name, value)
    step tensor(1.)
    exp_avg tensor([ 4.,  2., -4.])
    exp_avg_sq tensor([16.,  4., 16.])
    """


def state_dict():
    """``optimizer.state_dict()`` holds the state and the options of the groups, with numbers in place of parameters.

    A parameter is known there by its position, counted through all groups, and its value is not in it. Save
    ``model.state_dict()`` as well.

    >>> import torch
    >>> w, b = torch.tensor(1.0, requires_grad=True), torch.tensor(2.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([{"params": [w], "lr": 0.25}, {"params": [b]}], lr=0.5, momentum=0.9)
    >>> (w ** 2 + w * b).backward()
    >>> optimizer.step()
    >>> saved = optimizer.state_dict()
    >>> list(saved)
    ['state', 'param_groups']
    >>> saved["state"]
    {0: {'momentum_buffer': tensor(4.)}, 1: {'momentum_buffer': tensor(1.)}}
    >>> [(group["params"], group["lr"], group["momentum"]) for group in saved["param_groups"]]
    [([0], 0.25, 0.9), ([1], 0.5, 0.9)]
    """


def resume():
    """To continue a training, load the optimizer's state as well as the weights; without it momentum starts from rest.

    Four steps in one go, then two steps, a new optimizer and two more. Only with ``load_state_dict`` do both ways end
    at the same weight.

    >>> import torch
    >>> def train(w, optimizer, steps):
    ...     for _ in range(steps):
    ...         optimizer.zero_grad()
    ...         (w ** 2).backward()
    ...         optimizer.step()
    >>> def run(parts, load):
    ...     w = torch.tensor(1.0, requires_grad=True)
    ...     saved = None
    ...     for steps in parts:
    ...         optimizer = torch.optim.SGD([w], lr=0.1, momentum=0.5)
    ...         if saved and load:
    ...             optimizer.load_state_dict(saved)
    ...         train(w, optimizer, steps)
    ...         saved = optimizer.state_dict()
    ...     return w
    >>> run([4], load=False)
    tensor(0.1226, requires_grad=True)
    >>> run([2, 2], load=True)
    tensor(0.1226, requires_grad=True)
    >>> run([2, 2], load=False)
    tensor(0.2916, requires_grad=True)
    """


def loading_overrides_options():
    """``load_state_dict`` also brings back the saved options: a new ``lr`` given to the constructor is overwritten.

    Often written: resume with a smaller rate by passing it to the new optimizer. Run it: after loading, the old rate is
    back. Set the rate in ``param_groups`` after loading.

    >>> import torch
    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> saved = torch.optim.SGD([w], lr=0.5, momentum=0.9).state_dict()
    >>> optimizer = torch.optim.SGD([w], lr=0.01)
    >>> optimizer.param_groups[0]["lr"], optimizer.param_groups[0]["momentum"]
    (0.01, 0)
    >>> optimizer.load_state_dict(saved)
    >>> optimizer.param_groups[0]["lr"], optimizer.param_groups[0]["momentum"]
    (0.5, 0.9)
    >>> optimizer.param_groups[0]["lr"] = 0.01
    >>> w.grad = torch.tensor(10.0)
    >>> optimizer.step()
    >>> w
    tensor(0.9000, requires_grad=True)
    """


def state_dict_is_live():
    """``state_dict()`` does not copy tensors: further steps change what you took; ``copy.deepcopy`` keeps it.

    It matters when you keep the best state of a training in memory. The velocity after the first step is 2, and after
    the second 0.5 * 2 + 2 = 3.

    >>> import copy
    >>> import torch
    >>> w = torch.tensor(1.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], momentum=0.5)
    >>> (w ** 2).backward()
    >>> optimizer.step()
    >>> live = optimizer.state_dict()
    >>> kept = copy.deepcopy(live)
    >>> live["state"][0], kept["state"][0]
    ({'momentum_buffer': tensor(2.)}, {'momentum_buffer': tensor(2.)})
    >>> optimizer.step()
    >>> live["state"][0], kept["state"][0]
    ({'momentum_buffer': tensor(3.)}, {'momentum_buffer': tensor(2.)})
    """


def mismatched_groups():
    """``load_state_dict`` compares the number of groups and of parameters in each, but not their shapes or order.

    A different number stops the loading.

    >>> import torch
    >>> a, b = torch.ones(2, requires_grad=True), torch.ones(3, requires_grad=True)
    >>> a.grad, b.grad = torch.full((2,), 5.0), torch.full((3,), 7.0)
    >>> optimizer = torch.optim.SGD([a, b], lr=1.0, momentum=0.9)
    >>> optimizer.step()
    >>> a, b
    (tensor([-4., -4.], requires_grad=True), tensor([-6., -6., -6.], requires_grad=True))
    >>> saved = optimizer.state_dict()
    >>> torch.optim.SGD([a]).load_state_dict(saved)
    Traceback (most recent call last):
        ...
    ValueError: loaded state dict contains a parameter group that doesn't match the size of optimizer's group
    >>> torch.optim.SGD([{"params": [a]}, {"params": [b]}]).load_state_dict(saved)
    Traceback (most recent call last):
        ...
    ValueError: loaded state dict has a different number of parameter groups

    The same parameters in another order are accepted, and each gets the other's velocity. Here the shapes differ, so
    the next step fails; with equal shapes the mistake would go unnoticed.

    >>> swapped = torch.optim.SGD([b, a])
    >>> swapped.load_state_dict(saved)
    >>> swapped.state[b]["momentum_buffer"]
    tensor([5., 5.])
    >>> swapped.step()
    Traceback (most recent call last):
        ...
    RuntimeError: The size of tensor a (2) must match the size of tensor b (3) at non-singleton dimension 0
    """


def step_hooks():
    """A step hook is your function that ``optimizer.step()`` calls before or after every step.

    ``register_step_pre_hook`` and ``register_step_post_hook`` take a function of the optimizer and the arguments of
    ``step``. They are the place to log or to check gradients without touching the loop. Each returns a handle whose
    ``remove()`` ends it.

    >>> import torch
    >>> w = torch.tensor(4.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=0.5)
    >>> def before(optimizer, args, kwargs):
    ...     print("before", w.item())
    >>> def after(optimizer, args, kwargs):
    ...     print("after", w.item())
    >>> pre = optimizer.register_step_pre_hook(before)
    >>> post = optimizer.register_step_post_hook(after)
    >>> w.grad = torch.tensor(2.0)
    >>> optimizer.step()
    before 4.0
    after 3.0
    >>> pre.remove()
    >>> optimizer.step()
    after 2.0
    >>> post.remove()
    >>> print(optimizer.step(), w)
    None tensor(1., requires_grad=True)
    """


def hooks_on_all_optimizers():
    """``register_optimizer_step_post_hook`` calls your function after the steps of every optimizer in the program.

    It and its twin ``register_optimizer_step_pre_hook`` stand in ``torch.optim.optimizer``. They serve tools that watch
    trainings which they did not write. Each returns a handle. Used in a ``with`` statement, it removes the hook at the
    end; forgotten, the hook stays for the rest of the program.

    >>> import torch
    >>> from torch.optim.optimizer import register_optimizer_step_post_hook, register_optimizer_step_pre_hook
    >>> def report(optimizer, args, kwargs):
    ...     print(type(optimizer).__name__, w.item())
    >>> w = torch.tensor(4.0, requires_grad=True)
    >>> w.grad = torch.tensor(2.0)
    >>> sgd, rprop = torch.optim.SGD([w], lr=0.5), torch.optim.Rprop([w], lr=0.25)
    >>> with register_optimizer_step_pre_hook(report), register_optimizer_step_post_hook(report):
    ...     sgd.step()
    ...     rprop.step()
    SGD 4.0
    SGD 3.0
    Rprop 3.0
    Rprop 2.75
    >>> with register_optimizer_step_post_hook(report):
    ...     sgd.step()
    SGD 1.75
    >>> print(sgd.step(), w)
    None tensor(0.7500, requires_grad=True)
    """


def state_dict_hooks():
    """Hooks on ``state_dict()`` and ``load_state_dict()`` may change what is saved and what is loaded.

    A hook that returns a dict replaces the one at hand. Here a note is added on saving and taken out again on loading.
    ``register_state_dict_pre_hook`` and ``register_load_state_dict_post_hook`` get only the optimizer, as there is no
    dict to change.

    >>> import torch
    >>> optimizer = torch.optim.SGD(torch.nn.PReLU().parameters())
    >>> def add_note(optimizer, state_dict):
    ...     return {**state_dict, "note": "run 7"}
    >>> def take_note(optimizer, state_dict):
    ...     print("found", state_dict["note"])
    ...     return {key: state_dict[key] for key in ["state", "param_groups"]}
    >>> handles = [
    ...     optimizer.register_state_dict_pre_hook(lambda optimizer: print("saving")),
    ...     optimizer.register_state_dict_post_hook(add_note),
    ...     optimizer.register_load_state_dict_pre_hook(take_note),
    ...     optimizer.register_load_state_dict_post_hook(lambda optimizer: print("loaded")),
    ... ]
    >>> saved = optimizer.state_dict()
    saving
    >>> list(saved)
    ['state', 'param_groups', 'note']
    >>> optimizer.load_state_dict(saved)
    found run 7
    loaded
    >>> for handle in handles:
    ...     handle.remove()
    >>> list(optimizer.state_dict())
    ['state', 'param_groups']
    """


def swapped_parameters():
    """``swap_in_optimizer_params_and_state`` lets an optimizer work on other tensors for a while.

    Inside the ``with`` block, ``step()`` changes the tensors that you supply and the state that you supply. Afterwards
    the optimizer is as before. It serves tools that record a step without disturbing the training; the optimizer must
    have made a step already.

    >>> import copy
    >>> import torch
    >>> w = torch.tensor(10.0, requires_grad=True)
    >>> optimizer = torch.optim.SGD([w], lr=1.0, momentum=0.5)
    >>> other = torch.tensor(100.0)
    >>> other.grad = torch.tensor(20.0)
    >>> with torch.optim.swap_in_optimizer_params_and_state(optimizer, {"w": other}, optimizer.state_dict()):
    ...     optimizer.step()
    Traceback (most recent call last):
        ...
    RuntimeError: swap_in_optimizer_params_and_state requires initialized optimizer state.
    >>> w.grad = torch.tensor(4.0)
    >>> optimizer.step()
    >>> state = copy.deepcopy(optimizer.state_dict())
    >>> with torch.optim.swap_in_optimizer_params_and_state(optimizer, {"w": other}, state):
    ...     optimizer.step()

    ``other`` has moved by 0.5 * 4 + 20, with the velocity from the copied state. The weight and its own velocity have
    not changed.

    >>> other, state["state"][0]["momentum_buffer"]
    (tensor(78.), tensor(22.))
    >>> w, optimizer.state[w]["momentum_buffer"]
    (tensor(6., requires_grad=True), tensor(4.))
    """
