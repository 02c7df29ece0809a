"""Fourier transforms

A Fourier transform says how much of each frequency is in a signal, and its inverse makes the signal again. The module
``torch.fft`` computes it along one dimension or several. These cards show how to read the result.
"""


def fft():
    """``torch.fft.fft`` returns one complex number per frequency: its length tells the strength, its angle the shift.

    Element 0 is the sum of all values. A cosine with 2 waves in the signal shows at element 2 and, as for all real
    signals, once more at the mirrored element, 8 - 2. Divide by the number of values: the cosine with the factor 5
    comes out as two halves of 2.5.

    >>> import torch
    >>> time = torch.arange(8) / 8
    >>> signal = 3 + 5 * torch.cos(2 * torch.pi * 2 * time)
    >>> signal
    tensor([ 8.0000,  3.0000, -2.0000,  3.0000,  8.0000,  3.0000, -2.0000,  3.0000])
    >>> spectrum = torch.fft.fft(signal)
    >>> spectrum.dtype
    torch.complex64
    >>> spectrum.abs().round()
    tensor([24.,  0., 20.,  0.,  0.,  0., 20.,  0.])
    >>> (spectrum.abs() / 8).round(decimals=2)
    tensor([3.0000, 0.0000, 2.5000, 0.0000, 0.0000, 0.0000, 2.5000, 0.0000])

    The angle says how late the wave is. A sine is a cosine that comes a quarter of a turn late; the second signal is a
    cosine that comes an eighth late. Half a turn is pi.

    >>> sine = torch.fft.fft(torch.sin(2 * torch.pi * 2 * time))
    >>> late = torch.fft.fft(torch.cos(2 * torch.pi * (2 * time - 1 / 8)))
    >>> sine[2].angle() / torch.pi, late[2].angle() / torch.pi
    (tensor(-0.5000), tensor(-0.2500))
    """


def rfft():
    """For real numbers ``torch.fft.rfft`` leaves out the mirrored half: of n values, n // 2 + 1 frequencies remain.

    ``torch.fft.irfft`` makes the signal again. It cannot know whether the signal had 6 or 7 values, so say it when the
    number is odd.

    >>> import torch
    >>> six, seven = torch.tensor([2., 7., 1., 8., 2., 8.]), torch.tensor([3., 1., 4., 1., 5., 9., 2.])
    >>> torch.fft.rfft(six).shape, torch.fft.rfft(seven).shape, torch.fft.fft(seven).shape
    (torch.Size([4]), torch.Size([4]), torch.Size([7]))
    >>> torch.allclose(torch.fft.rfft(seven), torch.fft.fft(seven)[:4])
    True
    >>> torch.fft.rfft(six)[0], six.sum()
    (tensor(28.+0.j), tensor(28.))
    >>> torch.fft.irfft(torch.fft.rfft(six)).round()
    tensor([2., 7., 1., 8., 2., 8.])
    >>> torch.fft.irfft(torch.fft.rfft(seven)).shape
    torch.Size([6])
    >>> torch.fft.irfft(torch.fft.rfft(seven), n=7).round()
    tensor([3., 1., 4., 1., 5., 9., 2.])
    """


def frequencies():
    """``torch.fft.rfftfreq(n, d)`` names the frequency of each element; ``d`` is the time between two values.

    ``torch.fft.fftfreq`` does so for ``fft``, where the second half holds the negative frequencies. ``fftshift`` puts
    them in order, for a picture.

    >>> import torch
    >>> torch.fft.rfftfreq(8, d=0.5)
    tensor([0.0000, 0.2500, 0.5000, 0.7500, 1.0000])
    >>> torch.fft.fftfreq(8, d=0.5)
    tensor([ 0.0000,  0.2500,  0.5000,  0.7500, -1.0000, -0.7500, -0.5000, -0.2500])
    >>> torch.fft.fftshift(torch.fft.fftfreq(8, d=0.5))
    tensor([-1.0000, -0.7500, -0.5000, -0.2500,  0.0000,  0.2500,  0.5000,  0.7500])

    So you find a tone: 700 values, 1/1000 of a second apart, of a wave with 70 turns per second.

    >>> time = torch.arange(700) / 1000
    >>> strength = torch.fft.rfft(torch.sin(2 * torch.pi * 70 * time)).abs()
    >>> strength.shape, strength.max().round(), strength.argmax()
    (torch.Size([351]), tensor(350.), tensor(49))
    >>> torch.fft.rfftfreq(700, d=1 / 1000)[49]
    tensor(70.)
    """


def fft2():
    """``torch.fft.fft2`` transforms the last two dimensions: an image becomes a table of waves in two directions.

    It is ``fft`` along the rows and then along the columns. Element ``[0, 0]`` is the sum of all pixels. A pattern that
    changes from column to column only, as here, has its waves in row 0.

    >>> import torch
    >>> stripes = torch.tensor([[1., 0., 3., 0.]]).repeat(3, 1)
    >>> stripes
    tensor([[1., 0., 3., 0.],
            [1., 0., 3., 0.],
            [1., 0., 3., 0.]])
    >>> torch.fft.fft2(stripes).abs().round()
    tensor([[12.,  6., 12.,  6.],
            [ 0.,  0.,  0.,  0.],
            [ 0.,  0.,  0.,  0.]])
    >>> image = torch.tensor([[1., 2., 5.], [7., 3., 4.]])
    >>> by_hand = torch.fft.fft(torch.fft.fft(image, dim=1), dim=0)
    >>> torch.allclose(torch.fft.fft2(image), by_hand, atol=1e-4)
    True
    >>> torch.fft.ifft2(by_hand).real.round()
    tensor([[1., 2., 5.],
            [7., 3., 4.]])
    """


def removed_frequency():
    """Set an element of the spectrum to 0 and transform back, and that frequency is gone from the signal.

    Here a fast wave rides on a slow one and is taken out. ``torch.stft`` is the transform for sounds whose
    frequencies change with time.

    >>> import torch
    >>> turn = 2 * torch.pi * torch.arange(8) / 8
    >>> slow, fast = 5 + 3 * torch.cos(turn), torch.cos(3 * turn)
    >>> slow
    tensor([8.0000, 7.1213, 5.0000, 2.8787, 2.0000, 2.8787, 5.0000, 7.1213])
    >>> both = slow + fast
    >>> both
    tensor([9.0000, 6.4142, 5.0000, 3.5858, 1.0000, 3.5858, 5.0000, 6.4142])
    >>> spectrum = torch.fft.rfft(both)
    >>> spectrum.abs().round()
    tensor([40., 12.,  0.,  4.,  0.])
    >>> spectrum[3] = 0
    >>> torch.fft.irfft(spectrum)
    tensor([8.0000, 7.1213, 5.0000, 2.8787, 2.0000, 2.8787, 5.0000, 7.1213])
    """


def convolution_by_fft():
    """A product of two spectra is a convolution of the signals, in a circle: what runs out at the end enters in front.

    Zeros at the end make room, and the circle is gone. Libraries use this for convolutions with long kernels.

    >>> import torch
    >>> signal, kernel = torch.tensor([1., 2., 0., 5.]), torch.tensor([10., 1., 0., 0.])
    >>> torch.fft.irfft(torch.fft.rfft(signal) * torch.fft.rfft(kernel), n=4).round()
    tensor([15., 21.,  2., 50.])
    >>> torch.fft.irfft(torch.fft.rfft(signal, n=5) * torch.fft.rfft(kernel, n=5), n=5).round()
    tensor([10., 21.,  2., 50.,  5.])

    ``conv1d`` of PyTorch does not flip its kernel, so flip it for a comparison.

    >>> torch.nn.functional.conv1d(signal.view(1, 1, 4), torch.tensor([[[1., 10.]]]), padding=1)
    tensor([[[10., 21.,  2., 50.,  5.]]])
    """
