"""Sound as a tensor

A waveform is a float tensor of shape ``(channel, time)`` with values from -1 to 1, and its sample rate says how many
values make a second. These cards read and write waveforms, change their rate and their loudness, and filter them. The
sounds are made, not loaded.
"""

import wave
from os import PathLike

import torch


def package():
    """torchaudio transforms and models still work, but ``torchaudio.info`` and the audio backends are gone.

    The package is in maintenance: what it keeps runs on the current torch; reading and writing files moved to another
    library, torchcodec.

    >>> import torch
    >>> import torchaudio
    >>> torchaudio.info
    Traceback (most recent call last):
        ...
    AttributeError: module 'torchaudio' has no attribute 'info'
    >>> torchaudio.set_audio_backend
    Traceback (most recent call last):
        ...
    AttributeError: module 'torchaudio' has no attribute 'set_audio_backend'
    >>> names = ["transforms", "functional", "models", "pipelines", "datasets", "load", "save", "sox_effects", "io"]
    >>> [name for name in names if not hasattr(torchaudio, name)]
    ['sox_effects', 'io']

    ``transforms`` are modules with settings, ``functional`` has the same as plain functions.

    >>> waveform = torch.tensor([[0.5, -0.25, 0.125]])
    >>> volume = torchaudio.transforms.Vol(0.5)
    >>> volume(waveform)
    tensor([[ 0.2500, -0.1250,  0.0625]])
    >>> isinstance(volume, torch.nn.Module)
    True

    A model is built without weights; ``pipelines`` would download some.

    >>> model = torchaudio.models.Wav2Letter(num_classes=7, input_type="mfcc", num_features=13)
    >>> model(torch.zeros(2, 13, 101)).shape
    torch.Size([2, 7, 51])
    """


def tone():
    """A waveform is a tensor of shape ``(channel, time)``; ``time / sample_rate`` is its length in seconds.

    A tone of 440 Hz goes up and down 440 times a second. Give it a dimension for the channel, which most functions
    expect.

    >>> import torch
    >>> sample_rate = 16000
    >>> time = torch.arange(12000) / sample_rate
    >>> waveform = torch.sin(2 * torch.pi * 440 * time).unsqueeze(0)
    >>> waveform.shape, waveform.shape[1] / sample_rate
    (torch.Size([1, 12000]), 0.75)
    >>> waveform[:, :4]
    tensor([[0.0000, 0.1719, 0.3387, 0.4955]])

    In three quarters of a second it falls below zero 0.75 * 440 = 330 times.

    >>> ((waveform[:, :-1] >= 0) & (waveform[:, 1:] < 0)).sum()
    tensor(330)
    """


def write_wav(path: str | PathLike, waveform: torch.Tensor, sample_rate: int) -> None:
    """Sixteen-bit samples are whole numbers from -32768 to 32767: writing multiplies by 32768, rounds and clips.

    ``torchaudio.save`` needs torchcodec. For wav files the ``wave`` module of the standard library is enough.

    >>> import torch
    >>> import torchaudio
    >>> waveform = torch.tensor([[0.0, 0.9999, -0.25, 0.00002, 1.5], [0.0, 0.5, -0.5, 0.0, -1.5]])
    >>> sample_rate = 16000
    >>> torchaudio.save("sound.wav", waveform, sample_rate)
    Traceback (most recent call last):
        ...
    ImportError: TorchCodec is required for save_with_torchcodec. Please install torchcodec to use this function.

    ``write_wav`` takes a floating point ``waveform`` of shape ``(channel, time)`` and the samples per second. The
    channels are interleaved: the first sample of each channel, then the second of each.

    >>> import pathlib, tempfile, wave
    >>> from snippets.audio.waveforms import write_wav
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "sound.wav")
    ...     write_wav(path, waveform, sample_rate)
    ...     with wave.open(str(path)) as file:
    ...         header, data = file.getparams(), file.readframes(5)
    >>> header.nchannels, header.sampwidth, header.framerate, header.nframes
    (2, 2, 16000, 5)

    0.00002 is less than one step, and is rounded to one. Values beyond 1 are clipped, which sounds harsh: make the
    waveform quieter first.

    >>> torch.frombuffer(bytearray(data), dtype=torch.int16).view(5, 2)
    tensor([[     0,      0],
            [ 32765,  16384],
            [ -8192, -16384],
            [     1,      0],
            [ 32767, -32768]], dtype=torch.int16)
    """
    samples = (waveform * 32768).round().clamp(-32768, 32767).to(torch.int16)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(samples))
        file.setsampwidth(2)
        file.setframerate(sample_rate)
        file.writeframes(samples.t().numpy().tobytes())


def read_wav(path: str | PathLike) -> tuple[torch.Tensor, int]:
    """``torchaudio.load`` needs torchcodec; for wav files the standard library gives waveform and rate without it.

    The order is the same as that of ``torchaudio.load``: ``waveform, sample_rate``. Without torchcodec, and FFmpeg's
    libraries under it, ``load`` reads no format at all.

    >>> import torch
    >>> import pathlib, tempfile, torchaudio
    >>> from snippets.audio.waveforms import read_wav, write_wav
    >>> sound = torch.arange(-8000, 8000).view(1, 16000) / 32768
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = pathlib.Path(folder, "sound.wav")
    ...     write_wav(path, sound, 16000)
    ...     waveform, sample_rate = read_wav(path)
    ...     try:
    ...         torchaudio.load(path)
    ...     except ImportError as error:
    ...         print(error)
    TorchCodec is required for load_with_torchcodec. Please install torchcodec to use this function.

    ``read_wav`` returns a ``float32`` waveform of shape ``(channel, time)``, here with the very samples that were
    written, since all of them are whole 16-bit steps.

    >>> waveform.shape, waveform.dtype, sample_rate
    (torch.Size([1, 16000]), torch.float32, 16000)
    >>> torch.equal(waveform, sound)
    True

    A file with samples of another width, such as 8 or 24 bits, raises a ``ValueError``.

    >>> import io, wave
    >>> file = io.BytesIO()
    >>> with wave.open(file, "wb") as eight_bit:
    ...     eight_bit.setparams((2, 1, 8000, 0, "NONE", ""))
    >>> _ = file.seek(0)
    >>> read_wav(file)
    Traceback (most recent call last):
        ...
    ValueError: expected 16-bit samples, found 8-bit: convert the file first
    """
    with wave.open(path if hasattr(path, "read") else str(path)) as file:
        if file.getsampwidth() != 2:
            raise ValueError(f"expected 16-bit samples, found {8 * file.getsampwidth()}-bit: convert the file first")
        samples = torch.frombuffer(bytearray(file.readframes(file.getnframes())), dtype=torch.int16)
        return samples.view(-1, file.getnchannels()).t() / 32768, file.getframerate()


def resample():
    """``Resample(16000, 8000)`` halves the number of samples and keeps the pitch and the length in seconds.

    The arguments are called ``orig_freq`` and ``new_freq``. Models expect the rate that they were trained with, so
    resampling is often the first step.

    >>> import torch
    >>> from torchaudio import functional as F, transforms as T
    >>> sample_rate = 16000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> tone = torch.sin(2 * torch.pi * 440 * time).unsqueeze(0)
    >>> half = T.Resample(orig_freq=sample_rate, new_freq=8000)(tone)
    >>> half.shape
    torch.Size([1, 8000])
    >>> torch.allclose(F.resample(tone, sample_rate, 8000), half, atol=0.0001)
    True

    The strongest frequency of one second, in hertz, is the index of the largest value of its Fourier transform.

    >>> torch.fft.rfft(tone).abs().argmax(), torch.fft.rfft(half).abs().argmax()
    (tensor(440), tensor(440))

    Often written: take every second sample. Run it on a tone of 6000 Hz, which 8000 samples a second cannot hold: it
    comes back as a false tone of 2000 Hz. ``Resample`` takes such tones out first.

    >>> high = torch.sin(2 * torch.pi * 6000 * time).unsqueeze(0)
    >>> every_second = high[:, ::2]
    >>> torch.fft.rfft(every_second).abs().argmax()
    tensor(2000)
    >>> every_second.std().round(decimals=3)
    tensor(0.7070)
    >>> T.Resample(sample_rate, 8000)(high).std().round(decimals=3)
    tensor(0.0020)
    """


def speed():
    """``Speed`` makes a sound shorter and higher; ``PitchShift`` makes it higher and keeps its length.

    Both are used to get more training data out of a recording. ``Speed`` returns the new lengths as well, for batches
    with padding; without lengths this is ``None``.

    >>> import torch
    >>> from torchaudio import transforms as T
    >>> sample_rate = 16000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> tone = torch.sin(2 * torch.pi * 440 * time).unsqueeze(0)
    >>> faster, lengths = T.Speed(sample_rate, 1.25)(tone)
    >>> faster.shape, lengths
    (torch.Size([1, 12800]), None)

    0.8 seconds are left, and the strongest index, 440, now means 440 / 0.8 = 550 Hz.

    >>> torch.fft.rfft(faster).abs().argmax()
    tensor(440)

    Twelve half-tones up are an octave, which doubles the frequency.

    >>> octave = T.PitchShift(sample_rate, n_steps=12)(tone)
    >>> octave.shape, torch.fft.rfft(octave).abs().argmax()
    (torch.Size([1, 16000]), tensor(880))
    """


def gain():
    """``gain(waveform, gain_db=5.0)`` multiplies every sample by ``10 ** (5 / 20)``, about 1.778.

    Decibels are a ratio on a logarithmic scale: 20 dB more is ten times the amplitude, and a negative number makes the
    sound quieter.

    >>> import torch
    >>> from torchaudio import functional as F
    >>> waveform = torch.tensor([[0.1, -0.4, 0.8]])
    >>> F.gain(waveform, gain_db=5.0)
    tensor([[ 0.1778, -0.7113,  1.4226]])
    >>> 10 ** (5 / 20) * waveform
    tensor([[ 0.1778, -0.7113,  1.4226]])
    >>> F.gain(waveform, gain_db=-20.0)
    tensor([[ 0.0100, -0.0400,  0.0800]])

    The loud sample is now above 1. Nothing warns you; it is clipped when the sound is saved or played. Dividing by the
    largest absolute value uses the whole range and never leaves it.

    >>> waveform / waveform.abs().max()
    tensor([[ 0.1250, -0.5000,  1.0000]])

    Silence is the exception: 0 / 0 is ``nan``.

    >>> silence = torch.zeros(1, 3)
    >>> silence / silence.abs().max()
    tensor([[nan, nan, nan]])
    """


def volume():
    """``Vol`` reads its number as a factor, as decibels or as a ratio of powers, and clips the result to -1..1.

    ``gain_type`` says which of the three you mean. ``functional.gain`` knows decibels only and does not clip.

    >>> import torch
    >>> from torchaudio import functional as F, transforms as T
    >>> waveform = torch.tensor([[0.2, -0.6]])
    >>> T.Vol(2.0)(waveform)
    tensor([[ 0.4000, -1.0000]])
    >>> T.Vol(-20.0, gain_type="db")(waveform)
    tensor([[ 0.0200, -0.0600]])
    >>> T.Vol(4.0, gain_type="power")(waveform)
    tensor([[ 0.4000, -1.0000]])

    A power is the square of an amplitude, so four times the power is twice the amplitude: 6.02 dB.

    >>> F.gain(waveform, gain_db=6.02)
    tensor([[ 0.4000, -1.1999]])
    """


def fade():
    """The fade lengths of ``Fade`` count samples, not milliseconds, and may not be longer than the waveform.

    A recording that is cut out of a longer one can start with a click; a short fade removes it.

    >>> import torch
    >>> from torchaudio import transforms as T
    >>> T.Fade(fade_in_len=5, fade_out_len=3)(torch.ones(1, 10))
    tensor([[0.0000, 0.2500, 0.5000, 0.7500, 1.0000, 1.0000, 1.0000, 1.0000, 0.5000,
             0.0000]])

    At 16,000 samples a second, 4000 samples are a quarter of a second.

    >>> second = torch.ones(1, 16000)
    >>> faded = T.Fade(fade_in_len=4001, fade_out_len=4001)(second)
    >>> faded[:, [0, 2000, 8000, 13999, 15999]]
    tensor([[0.0000, 0.5000, 1.0000, 0.5000, 0.0000]])

    Often written: ``Fade(fade_in_len=30000, fade_out_len=30000)``. Run it on one second:

    >>> T.Fade(fade_in_len=30000, fade_out_len=30000)(second)
    Traceback (most recent call last):
        ...
    RuntimeError: Trying to create tensor with negative dimension -14000: [-14000]

    ``fade_shape`` bends the line; a half sine starts and ends softly.

    >>> T.Fade(fade_in_len=5, fade_out_len=0, fade_shape="half_sine")(torch.ones(1, 6))
    tensor([[0.0000, 0.1464, 0.5000, 0.8536, 1.0000, 1.0000]])
    """


def dither():
    """``functional.dither`` rounds to the 16-bit grid after adding a fixed triangle, not noise, and stays ``float32``.

    Going to fewer bits rounds, and rounding a quiet sound distorts it. Dithering adds a little random noise first, so
    that the error becomes a hiss.

    >>> import torch
    >>> from torchaudio import functional as F
    >>> step = 1 / 32768
    >>> quiet = torch.full((1, 9), 0.3 * step)
    >>> dithered = F.dither(quiet)
    >>> dithered.dtype
    torch.float32
    >>> dithered / step
    tensor([[0., 1., 1., 1., 1., 1., 1., 1., 1.]])

    Often written: the noise is random with a triangular distribution ("TPDF"), and a constant of 0.3 steps becomes a
    mix of 0 and 1 with the mean 0.3. Run it: two calls agree, and the added values are the triangle itself, laid over
    time.

    >>> torch.equal(F.dither(quiet), dithered)
    True
    >>> torch.bartlett_window(9)
    tensor([0.0000, 0.2222, 0.4444, 0.6667, 0.8889, 0.8889, 0.6667, 0.4444, 0.2222])
    >>> (0.3 + torch.bartlett_window(9)).round()
    tensor([0., 1., 1., 1., 1., 1., 1., 1., 1.])

    What the word means is one line of torch: add the sum of two uniform numbers, each within half a step, and round.
    Now the mean over many samples stays at 0.3.

    >>> many = torch.full((1, 200000), 0.3)
    >>> rounded = (many + torch.rand_like(many) + torch.rand_like(many) - 1).round()
    >>> rounded.unique()
    tensor([-1.,  0.,  1.])
    >>> rounded.mean().round(decimals=1)
    tensor(0.3000)
    """


def low_and_high_pass():
    """``lowpass_biquad`` and ``highpass_biquad`` are slopes, not walls: at the cutoff .707 of the amplitude is left.

    One octave beyond the cutoff a quarter of the amplitude is left or less, here 0.225 and 0.076: such a tone is
    quieter, not gone.

    >>> import torch
    >>> from torchaudio import functional as F
    >>> sample_rate = 16000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> hertz = 100 * torch.tensor([1, 10, 20, 30, 60])
    >>> tones = torch.sin(2 * torch.pi * hertz.unsqueeze(1) * time)
    >>> def amplitudes(waveforms):
    ...     second_half = waveforms[:, sample_rate // 2:]
    ...     return (2 * second_half.pow(2).mean(dim=1)).sqrt().round(decimals=3)
    >>> amplitudes(tones)
    tensor([1., 1., 1., 1., 1.])

    Often written: the low-pass filter removes what lies above ``cutoff_freq``. Run it with 3000 Hz:

    >>> filtered = F.lowpass_biquad(tones, sample_rate, cutoff_freq=3000)
    >>> amplitudes(filtered)
    tensor([1.0000, 0.9960, 0.9330, 0.7070, 0.0760])

    The high-pass filter works from the other side, here with 2000 Hz.

    >>> amplitudes(F.highpass_biquad(tones, sample_rate, cutoff_freq=2000))
    tensor([0.0020, 0.2250, 0.7070, 0.9330, 1.0000])

    Used twice, the filter is twice as steep: the factors multiply.

    >>> amplitudes(F.lowpass_biquad(filtered, sample_rate, cutoff_freq=3000))
    tensor([1.0000, 0.9920, 0.8710, 0.5000, 0.0060])
    """


def band_filters():
    """``bandpass_biquad`` keeps a region of frequencies, ``bandreject_biquad`` removes one, ``allpass_biquad`` neither.

    ``Q`` says how narrow the region is; the larger, the narrower. A narrow rejected band takes a hum of 50 Hz
    out of a recording.

    >>> import torch
    >>> from torchaudio import functional as F
    >>> sample_rate = 16000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> hertz = 100 * torch.tensor([1, 10, 20, 30, 60])
    >>> tones = torch.sin(2 * torch.pi * hertz.unsqueeze(1) * time)
    >>> def amplitudes(waveforms):
    ...     second_half = waveforms[:, sample_rate // 2:]
    ...     return (2 * second_half.pow(2).mean(dim=1)).sqrt().round(decimals=2).abs()
    >>> central_freq = 2000
    >>> amplitudes(F.bandpass_biquad(tones, sample_rate, central_freq))
    tensor([0.0700, 0.6600, 1.0000, 0.8200, 0.2400])
    >>> amplitudes(F.bandpass_biquad(tones, sample_rate, central_freq, Q=5.0))
    tensor([0.0100, 0.1200, 1.0000, 0.2000, 0.0400])
    >>> amplitudes(F.bandreject_biquad(tones, sample_rate, central_freq))
    tensor([1.0000, 0.7500, 0.0000, 0.5700, 0.9700])

    An all-pass filter changes when each frequency arrives, not how strong it is. At ``central_freq`` the tone comes out
    upside down, so the difference has twice its amplitude.

    >>> passed = F.allpass_biquad(tones, sample_rate, central_freq)
    >>> amplitudes(passed)
    tensor([1., 1., 1., 1., 1.])
    >>> amplitudes(passed - tones)[2]
    tensor(2.)
    """


def own_filter():
    """``lfilter`` applies any filter: ``b_coeffs`` weigh the input, ``a_coeffs`` what has already come out.

    A single sample of 1, an impulse, shows what a filter does. With ``a = [1, -0.5]`` half of each output is added to
    the next: an echo that dies out.

    >>> import torch
    >>> from torchaudio import functional as F
    >>> impulse = torch.tensor([1.0, 0.0, 0.0, 0.0, 0.0])
    >>> F.lfilter(impulse, a_coeffs=torch.tensor([1.0, -0.5]), b_coeffs=torch.tensor([1.0, 0.0]))
    tensor([1.0000, 0.5000, 0.2500, 0.1250, 0.0625])

    With ``b = [0.25, 0.75]`` each output is a weighted mean of two inputs, with no memory of outputs.

    >>> a, b = torch.tensor([1.0, 0.0]), torch.tensor([0.25, 0.75])
    >>> F.lfilter(impulse, a, b)
    tensor([0.2500, 0.7500, 0.0000, 0.0000, 0.0000])

    ``biquad`` takes three of each as numbers, ``b0, b1, b2, a0, a1, a2``. ``filtfilt`` runs forwards and then
    backwards, so that nothing is delayed.

    >>> F.biquad(impulse, 0.25, 0.75, 0.5, 1.0, 0.0, 0.0)
    tensor([0.2500, 0.7500, 0.5000, 0.0000, 0.0000])
    >>> F.filtfilt(torch.tensor([0.0, 0.0, 1.0, 0.0, 0.0]), a, b)
    tensor([0.0000, 0.1875, 0.6250, 0.1875, 0.0000])

    All of them clip to -1..1. ``lfilter`` and ``filtfilt`` do not with ``clamp=False``.

    >>> F.lfilter(2 * impulse, a, b), F.lfilter(2 * impulse, a, b, clamp=False)
    (tensor([0.5000, 1.0000, 0.0000, 0.0000, 0.0000]), tensor([0.5000, 1.5000, 0.0000, 0.0000, 0.0000]))
    """


def noise_and_echo():
    """``add_noise`` mixes in noise at a given ratio in decibels; ``convolve`` gives a sound the echo of a room.

    Clean recordings make models that fail in a street. The ratio, ``snr``, is the strength of the signal over that of
    the noise, and the noise is scaled to fit: at 0 dB both are equally strong, at 20 dB the noise is ten times
    smaller.

    >>> import torch
    >>> from torchaudio import functional as F, transforms as T
    >>> waveform, noise = torch.tensor([[0.6, -0.8]]), torch.tensor([[4.0, 3.0]])
    >>> F.add_noise(waveform, noise, snr=torch.tensor([0.0]))
    tensor([[ 1.4000, -0.2000]])
    >>> T.AddNoise()(waveform, noise, torch.tensor([20.0]))
    tensor([[ 0.6800, -0.7400]])

    An impulse response says what a room does to a clap. Here the clap comes back at half strength after two samples.

    >>> clap = torch.tensor([[1.0, 0.0, 0.5]])
    >>> F.convolve(torch.tensor([[0.5, 0.25, 0.125]]), clap)
    tensor([[0.5000, 0.2500, 0.3750, 0.1250, 0.0625]])

    ``mode="same"`` keeps the length. ``FFTConvolve`` gives the same, rounding apart, by way of the Fourier transform.

    >>> T.Convolve(mode="same")(torch.tensor([[0.5, 0.25, 0.125]]), clap)
    tensor([[0.2500, 0.3750, 0.1250]])
    >>> T.FFTConvolve(mode="full")(torch.tensor([[0.5, 0.25, 0.125]]), clap).round(decimals=4)
    tensor([[0.5000, 0.2500, 0.3750, 0.1250, 0.0625]])
    """


def preemphasis():
    """``Preemphasis`` subtracts a share of the sample before, which lifts high frequencies; ``Deemphasis`` undoes it.

    Speech has most of its energy in low tones. The usual share is 0.97, the default.

    >>> import torch
    >>> from torchaudio import transforms as T
    >>> waveform = torch.tensor([[0.1, 0.2, 0.4, 0.4]])
    >>> lifted = T.Preemphasis(coeff=0.5)(waveform)
    >>> lifted
    tensor([[0.1000, 0.1500, 0.3000, 0.2000]])
    >>> T.Deemphasis(coeff=0.5)(lifted)
    tensor([[0.1000, 0.2000, 0.4000, 0.4000]])
    >>> T.Preemphasis()(waveform)
    tensor([[0.1000, 0.1030, 0.2060, 0.0120]])
    """
