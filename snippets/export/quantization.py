"""Numbers in 8 bits: quantization

Quantization replaces each float32 weight, 4 bytes, by an integer of 1 byte and one factor for many of them. The model
gets smaller and its numbers get coarser. These cards do it by hand and show what is left of it inside torch; today's
tools are in a package of their own, torchao.
"""


def scale_and_zero_point():
    """A quantized number is an integer ``q`` that stands for ``scale * (q - zero_point)``.

    The scale is the distance between two neighbours, the zero point the integer that stands for 0. What lies between
    two neighbours is rounded, what lies outside the range is cut off. ``torch.fake_quantize_per_tensor_affine`` goes
    there and back in one step; networks that are to be quantized later train with it.

    >>> import torch
    >>> scale, zero_point = 0.25, 10
    >>> x = torch.tensor([-7.0, -1.0, 0.0, 0.45, 2.0, 99.0])
    >>> q = (x / scale + zero_point).round().clamp(0, 255).to(torch.uint8)
    >>> q
    tensor([  0,   6,  10,  12,  18, 255], dtype=torch.uint8)
    >>> scale * (q.float() - zero_point)
    tensor([-2.5000, -1.0000,  0.0000,  0.5000,  2.0000, 61.2500])
    >>> torch.fake_quantize_per_tensor_affine(x, scale, zero_point, 0, 255)
    tensor([-2.5000, -1.0000,  0.0000,  0.5000,  2.0000, 61.2500])
    """


def weights_in_int8():
    """Weights in ``int8`` with one scale per row take a quarter of the bytes, and each is off by half a scale at most.

    The largest weight of a row becomes 127 or -127; the scale is a 127th of it. Beside the integers you store one scale
    for each row.

    >>> import torch
    >>> weight = torch.tensor([[0.1, -0.2, 0.06, 0.05], [8.0, 12.7, -5.03, 0.0]])
    >>> scale = weight.abs().amax(dim=1, keepdim=True) / 127
    >>> scale
    tensor([[0.0016],
            [0.1000]])
    >>> q = (weight / scale).round().to(torch.int8)
    >>> q
    tensor([[  64, -127,   38,   32],
            [  80,  127,  -50,    0]], dtype=torch.int8)
    >>> weight.nbytes, q.nbytes
    (32, 8)
    >>> ((scale * q - weight).abs() / scale).round(decimals=2)
    tensor([[0.5000, 0.0000, 0.1000, 0.2500],
            [0.0000, 0.0000, 0.3000, 0.0000]])

    With one scale for all rows, the row with small weights would hardly be there any more.

    >>> (weight / scale.max()).round()
    tensor([[  1.,  -2.,   1.,   0.],
            [ 80., 127., -50.,   0.]])
    """


def outliers():
    """One large number makes the scale coarse for all others: small ones become 0 unless you cut the large one off.

    The scale is made for the largest number that is to be kept. Below it is 100 first, then 0.7, which costs the large
    number and saves the rest.

    >>> import torch
    >>> def there_and_back(x, largest):
    ...     scale = largest / 127
    ...     return scale * (x / scale).round().clamp(-127, 127)
    >>> x = torch.tensor([0.1, 0.2, -0.6, 90.0])
    >>> there_and_back(x, largest=100.0)
    tensor([ 0.0000,  0.0000, -0.7874, 89.7638])
    >>> there_and_back(x, largest=0.7).round(decimals=2)
    tensor([ 0.1000,  0.2000, -0.6000,  0.7000])
    """


def dynamic_quantization():
    """``torch.ao.quantization.quantize_dynamic`` still makes 8-bit linear layers, but warns that it is deprecated.

    Often written: ``torch.quantization.quantize_dynamic(model, {nn.Linear}, dtype=torch.qint8)``. Run it: the old name
    leads to the same function, the result is close to the model's, and the warning sends you to torchao. "Dynamic"
    means that inputs are quantized anew in each call. The dtype ``torch.qint8`` is deprecated as well.

    >>> import torch
    >>> import warnings
    >>> import torch.ao.quantization, torch.quantization
    >>> torch.quantization.quantize_dynamic is torch.ao.quantization.quantize_dynamic
    True
    >>> net = torch.nn.Sequential(torch.nn.Linear(100, 3), torch.nn.ReLU())
    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     small = torch.ao.quantization.quantize_dynamic(net, {torch.nn.Linear}, dtype=torch.qint8)
    >>> warning = caught[0]
    >>> print(warning.category.__name__, str(warning.message)[:35])
    DeprecationWarning torch.ao.quantization is deprecated
    >>> "torchao" in str(warning.message)
    True
    >>> small
    Sequential(
      (0): DynamicQuantizedLinear(in_features=100, out_features=3, dtype=torch.qint8, qscheme=torch.per_tensor_affine)
      (1): ReLU()
    )
    >>> small[0].weight().dtype, net[0].weight.dtype
    (torch.qint8, torch.float32)
    >>> x = torch.rand(5, 100)
    >>> small(x).shape, torch.equal(small(x), net(x))
    (torch.Size([5, 3]), False)
    >>> small(x).allclose(net(x), atol=0.05)
    True
    """
