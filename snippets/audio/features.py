"""Features of sound

A second of sound has thousands of samples. Features say which frequencies it holds at which time, in far fewer numbers
that a model can use. These cards compute spectrograms, Mel features and codes, and change them for training.
"""


def spectrogram():
    """``Spectrogram()`` computes a tensor of shape ``(channel, n_fft // 2 + 1, frames)``; it shows nothing.

    The sound is cut into overlapping windows of ``n_fft`` samples (default 400), a new one every ``hop_length`` (200).
    For each the result says how strong each frequency is. To see it, draw the tensor with ``plt.imshow``.

    >>> import torch
    >>> from torchaudio import transforms as T
    >>> sample_rate = 16000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> tone = torch.sin(2 * torch.pi * 440 * time).unsqueeze(0)
    >>> power = T.Spectrogram()(tone)
    >>> power.shape
    torch.Size([1, 201, 81])
    >>> T.Spectrogram(n_fft=1024, hop_length=250)(tone).shape
    torch.Size([1, 513, 65])

    Neighbouring rows are ``sample_rate / n_fft`` apart, here 40 Hz, so the tone of 440 Hz is in row 11.

    >>> power[0, :, 40].argmax()
    tensor(11)

    ``power=2``, the default, gives the square of the amplitude, ``power=1`` the amplitude. With ``power=None`` the
    values are complex: they keep the phase, and the sound can be computed back.

    >>> amplitude = T.Spectrogram(power=1)(tone)
    >>> amplitude.shape, torch.allclose(amplitude ** 2, power)
    (torch.Size([1, 201, 81]), True)
    >>> complex_values = T.Spectrogram(power=None)(tone)
    >>> complex_values.dtype
    torch.complex64
    >>> torch.allclose(T.InverseSpectrogram()(complex_values, sample_rate), tone, atol=0.0001)
    True
    """


def back_to_sound():
    """``GriffinLim`` guesses the phase that a power spectrogram has lost; the tone comes back, its samples do not.

    Models that speak produce spectrograms. The phase is found step by step: starting from a random one, each of
    ``n_iter`` steps (default 32) makes the windows fit together better. The tone of 450 Hz lies between two rows, which
    are 20 Hz apart; it comes back to within a few Hz, and with few steps less exactly.

    >>> import torch
    >>> from torchaudio import transforms as T
    >>> sample_rate = 4000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> tone = torch.sin(2 * torch.pi * 450 * time).unsqueeze(0)
    >>> power = T.Spectrogram(n_fft=200)(tone)
    >>> guess = T.GriffinLim(n_fft=200)(power)
    >>> guess.shape
    torch.Size([1, 4000])
    >>> pitch = torch.fft.rfft(guess).abs().argmax()
    >>> pitch.float().round(decimals=-1)
    tensor(450.)
    >>> def error(n_iter):
    ...     guesses = T.GriffinLim(n_fft=200, n_iter=n_iter)(power.expand(50, -1, -1))
    ...     return (torch.fft.rfft(guesses).abs().argmax(dim=1) - 450).float().abs().mean()
    >>> error(n_iter=4) > error(n_iter=32)
    tensor(True)
    >>> torch.allclose(guess, tone, atol=0.0001)
    False
    """


def mel_spectrogram():
    """``MelSpectrogram`` sums the rows of a spectrogram into ``n_mels`` bands, narrow ones for low tones.

    The Mel scale follows the ear, which tells low tones apart better than high ones. Give it the true ``sample_rate``;
    16000 is only the default. What you get is a tensor of shape ``(channel, n_mels, frames)``; to see it, draw it.

    >>> import torch
    >>> import warnings
    >>> from torchaudio import transforms as T
    >>> sample_rate = 16000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> tone = torch.sin(2 * torch.pi * 440 * time).unsqueeze(0)
    >>> def mel(rate):
    ...     return T.MelSpectrogram(sample_rate=rate, n_fft=1024, n_mels=64)(tone)
    >>> mel(sample_rate).shape
    torch.Size([1, 64, 32])

    Often written: ``MelSpectrogram()`` without arguments. Run it: the defaults do not fit together, since 128 bands
    out of the 201 rows of ``n_fft=400`` leave some bands without any row.

    >>> with warnings.catch_warnings(record=True) as caught:
    ...     warnings.simplefilter("always")
    ...     default = T.MelSpectrogram()
    >>> default(tone).shape
    torch.Size([1, 128, 81])
    >>> str(caught[0].message)[:54]
    'At least one mel filterbank has all zero values. The v'
    >>> (default.mel_scale.fb == 0).all(dim=0).sum()
    tensor(4)

    With a wrong sample rate nothing fails, and the tone lands in another band.

    >>> [mel(rate)[0, :, 9].argmax().item() for rate in (sample_rate, 44100)]
    [12, 18]
    """


def mel_filters():
    """A Mel spectrogram is a spectrogram times a fixed matrix of triangles, which ``melscale_fbanks`` returns.

    The matrix has one row for each frequency and one column for each band. ``MelScale`` applies it.

    >>> import torch
    >>> from torchaudio import functional as F, transforms as T
    >>> sample_rate = 16000
    >>> F.melscale_fbanks(n_freqs=6, f_min=0.0, f_max=8000.0, n_mels=2, sample_rate=sample_rate)
    tensor([[0.0000, 0.0000],
            [0.6821, 0.3179],
            [0.0000, 0.9709],
            [0.0000, 0.6472],
            [0.0000, 0.3236],
            [0.0000, 0.0000]])

    Six frequencies from 0 to 8000 Hz are 1600 Hz apart. The second band reaches much further up than the first.

    >>> power = torch.tensor([[0.0], [1.0], [2.0], [3.0], [0.0], [9.0]])
    >>> scale = T.MelScale(n_mels=2, sample_rate=sample_rate, n_stft=6)
    >>> scale(power)
    tensor([[0.6821],
            [4.2013]])

    ``InverseMelScale`` looks for a spectrogram that gives these bands; many do, so you get one of them.

    >>> inverse = T.InverseMelScale(n_stft=6, n_mels=2, sample_rate=sample_rate)
    >>> found = inverse(torch.tensor([[0.6821], [4.2013]]))
    >>> found.shape
    torch.Size([6, 1])
    >>> scale(found).round(decimals=3)
    tensor([[0.6820],
            [4.2010]])

    ``linear_fbanks`` makes bands of equal width instead, for ``LFCC``.

    >>> F.linear_fbanks(n_freqs=5, f_min=0.0, f_max=8000.0, n_filter=3, sample_rate=sample_rate)
    tensor([[0., 0., 0.],
            [1., 0., 0.],
            [0., 1., 0.],
            [0., 0., 1.],
            [0., 0., 0.]])
    """


def mfcc():
    """``MFCC`` turns a waveform into ``n_mfcc`` numbers per frame, 40 by default.

    MFCC stands for Mel-frequency cepstral coefficients. They come from the logarithm of a Mel spectrogram, by a cosine
    transform. The few numbers describe the shape of the spectrum, which is what tells voices and vowels apart.
    ``melkwargs`` goes to the Mel spectrogram inside; 13 numbers with settings that fit are common.

    >>> import torch
    >>> from torchaudio import transforms as T
    >>> noise = torch.randn(1, 16000)
    >>> settings = {"n_fft": 1024, "hop_length": 500, "n_mels": 64}
    >>> mfcc = T.MFCC(n_mfcc=13, melkwargs=settings)
    >>> mfcc(noise).shape
    torch.Size([1, 13, 33])
    >>> T.MFCC(melkwargs=settings)(noise).shape
    torch.Size([1, 40, 33])

    A louder sound changes the first number only. The rest, the shape, stays.

    >>> difference = (mfcc(2 * noise) - mfcc(noise))[0, :, 5]
    >>> difference.round(decimals=1).abs()
    tensor([48.2000,  0.0000,  0.0000,  0.0000,  0.0000,  0.0000,  0.0000,  0.0000,
             0.0000,  0.0000,  0.0000,  0.0000,  0.0000])

    Twice the amplitude is 6.02 dB more in each of the 64 bands; the transform scales their sum by the square root of
    1 / 64.

    >>> round(6.02 * 64 / 64 ** 0.5, 1)
    48.2

    Asking for more than ``n_mels`` numbers is an error.

    >>> T.MFCC(n_mfcc=65, melkwargs=settings)
    Traceback (most recent call last):
        ...
    ValueError: Cannot select more MFCC coefficients than # mel bins

    ``LFCC`` does the same with bands of equal width.

    >>> T.LFCC(n_lfcc=20)(noise).shape
    torch.Size([1, 20, 81])
    """


def decibels():
    """``AmplitudeToDB`` takes the logarithm: ten times the power is 10 dB more, ten times the amplitude 20 dB.

    The powers in a spectrogram differ by factors of millions, and a model or a picture would see the largest only.
    ``stype`` says whether you give it powers, the default, or amplitudes ("magnitude").

    >>> import torch
    >>> from torchaudio import functional as F, transforms as T
    >>> values = torch.tensor([[[1.0, 10.0, 1000.0, 0.0]]])
    >>> T.AmplitudeToDB()(values)
    tensor([[[   0.,   10.,   30., -100.]]])
    >>> T.AmplitudeToDB(stype="magnitude")(values)
    tensor([[[   0.,   20.,   60., -200.]]])

    Zero has no logarithm, so values below 1e-10 count as 1e-10. ``top_db`` lifts everything that lies more than that
    many decibels below the largest value.

    >>> T.AmplitudeToDB(top_db=45)(values)
    tensor([[[  0.,  10.,  30., -15.]]])

    ``DB_to_amplitude`` goes back, with the power 1 for powers and 0.5 for amplitudes.

    >>> F.DB_to_amplitude(torch.tensor([0.0, 10.0, 30.0]), ref=1.0, power=1.0)
    tensor([   1.,   10., 1000.])
    >>> F.DB_to_amplitude(torch.tensor([0.0, 20.0, 60.0]), ref=1.0, power=0.5)
    tensor([   1.,   10., 1000.])
    """


def cepstral_mean_norm():
    """``SlidingWindowCmn`` subtracts the running mean from features ``(..., time, feature)``; it is no equaliser.

    Cmn stands for cepstral mean normalisation. It takes out what stays the same over time, such as the sound of a
    microphone. From a clip of at most 100 frames it subtracts the mean over time.

    >>> import torch
    >>> from torchaudio import functional as F, transforms as T
    >>> features = torch.tensor([[1.0, 10.0], [2.0, 20.0], [6.0, 60.0]])
    >>> T.SlidingWindowCmn()(features)
    tensor([[ -2., -20.],
            [ -1., -10.],
            [  3.,  30.]])
    >>> features - features.mean(dim=0)
    tensor([[ -2., -20.],
            [ -1., -10.],
            [  3.,  30.]])

    In a longer clip a frame sees no later ones: the mean is that of the frame and of up to 600 before it, but at the
    start that of the first 100. ``center=True`` puts each frame into the middle of its window of 600.

    >>> rising = torch.arange(300.0).unsqueeze(1)
    >>> T.SlidingWindowCmn()(rising)[[0, 99, 199, 299], 0]
    tensor([-49.5000,  49.5000,  99.5000, 149.5000])
    >>> T.SlidingWindowCmn(center=True)(rising)[[0, 99, 199, 299], 0]
    tensor([-149.5000,  -50.5000,   49.5000,  149.5000])

    ``norm_vars=True`` divides by the standard deviation as well.

    >>> T.SlidingWindowCmn(norm_vars=True)(features)
    tensor([[-0.9258, -0.9258],
            [-0.4629, -0.4629],
            [ 1.3887,  1.3887]])

    Often written: ``SlidingWindowCmn()(waveform)`` is an equaliser for low and high tones. Run it: the channel passes
    for a single moment in time, each sample minus itself is 0, and a dimension is lost.

    >>> sample_rate = 16000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> tone = torch.sin(2 * torch.pi * 440 * time).unsqueeze(0)
    >>> result = T.SlidingWindowCmn()(tone)
    >>> result.shape, result.count_nonzero()
    (torch.Size([16000]), tensor(0))

    An equaliser is ``functional.equalizer_biquad``: 6.02 dB at 440 Hz double the amplitude of a tone at that pitch.

    >>> quiet = 0.25 * tone
    >>> lifted = F.equalizer_biquad(quiet, sample_rate, center_freq=440, gain=6.02)
    >>> (lifted.std() / quiet.std()).round(decimals=2)
    tensor(2.)
    """


def equaliser():
    """``equalizer_biquad`` changes one region of frequencies, ``bass_biquad`` all below, ``treble_biquad`` all above.

    ``gain`` is in decibels: 6.02 doubles the amplitude, -6.02 halves it. ``factors`` says by how much each of the four
    tones has grown: the standard deviation of a tone grows with its amplitude.

    >>> import torch
    >>> from torchaudio import functional as F
    >>> sample_rate = 16000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> hertz = torch.tensor([20, 440, 2000, 7900])
    >>> tones = 0.25 * torch.sin(2 * torch.pi * hertz.unsqueeze(1) * time)
    >>> def factors(waveforms):
    ...     return (waveforms.std(dim=1) / tones.std(dim=1)).round(decimals=2)
    >>> factors(F.equalizer_biquad(tones, sample_rate, center_freq=440, gain=6.02))
    tensor([1.0000, 2.0000, 1.0700, 1.0000])
    >>> factors(F.equalizer_biquad(tones, sample_rate, center_freq=2000, gain=-6.02))
    tensor([1.0000, 0.9400, 0.5000, 1.0000])
    >>> factors(F.bass_biquad(tones, sample_rate, gain=6.02))
    tensor([2., 1., 1., 1.])
    >>> factors(F.treble_biquad(tones, sample_rate, gain=6.02))
    tensor([1.0000, 1.0000, 1.1000, 2.0000])

    The result is clipped to -1..1, so lift quiet sounds only: here the tones have the amplitude 0.25. Four times as
    loud, the second one should become eight times as large, and does not.

    >>> factors(F.equalizer_biquad(4 * tones, sample_rate, center_freq=440, gain=6.02))
    tensor([4.0100, 5.0000, 4.1800, 4.0000])
    """


def mu_law():
    """``MuLawEncoding()(waveform)`` turns samples into codes from 0 to 255, finer for quiet sounds than for loud ones.

    WaveNet and telephones use it: eight bits carry what would need more if the steps were equal. The codes are
    ``int64``, and ``MuLawDecoding`` brings the samples back, nearly.

    >>> import torch
    >>> from torchaudio import functional as F, transforms as T
    >>> waveform = torch.tensor([-1.0, -0.5, -0.01, 0.0, 0.01, 0.5, 1.0])
    >>> codes = T.MuLawEncoding()(waveform)
    >>> codes
    tensor([  0,  16,  98, 128, 157, 239, 255])
    >>> T.MuLawDecoding()(codes)
    tensor([-1.0000e+00, -4.9668e-01, -1.0225e-02,  8.6213e-05,  1.0225e-02,
             4.9668e-01,  1.0000e+00])
    >>> F.mu_law_encoding(waveform, quantization_channels=8)
    tensor([0, 1, 3, 4, 4, 6, 7])
    >>> F.mu_law_decoding(torch.tensor([0, 1, 7]), quantization_channels=8)
    tensor([-1.0000, -0.4881,  1.0000])

    Often written: ``MuLawEncoding(waveform)``. Run it: you get a module that takes the waveform for its number of
    codes, and no error.

    >>> isinstance(T.MuLawEncoding(waveform), torch.nn.Module)
    True
    >>> T.MuLawEncoding(waveform).quantization_channels is waveform
    True

    Scale to -1..1 before. Outside that range the codes leave theirs, again without an error.

    >>> T.MuLawEncoding()(torch.tensor([2.0, -3.0]))
    tensor([271, -24])
    """


def masking():
    """``TimeMasking`` erases a random run of frames, ``FrequencyMasking`` a random run of rows.

    Hiding parts of a spectrogram makes a model use the rest; the recipe is known as SpecAugment. The width is random
    and smaller than the number you give, and it can be 0.

    >>> import torch
    >>> from torchaudio import functional as F, transforms as T
    >>> spectrogram = torch.ones(1, 5, 11)
    >>> def widths(transform):
    ...     masked = [transform(spectrogram)[0] == 0 for _ in range(200)]
    ...     return {(mask.all(dim=0).sum().item(), mask.all(dim=1).sum().item()) for mask in masked}

    Each pair is the number of whole columns and of whole rows that are gone.

    >>> hide_frames = T.TimeMasking(time_mask_param=4)
    >>> sorted(widths(hide_frames))
    [(0, 0), (1, 0), (2, 0), (3, 0)]
    >>> sorted(widths(T.FrequencyMasking(freq_mask_param=3)))
    [(0, 0), (0, 1), (0, 2)]

    ``p`` limits the width to a share of the length; 0.25 of 11 frames is 2, rounded down, so at most one goes.

    >>> sorted(widths(T.TimeMasking(time_mask_param=4, p=0.25)))
    [(0, 0), (1, 0)]

    Every item of a batch gets the same mask unless you say ``iid_masks=True``.

    >>> batch = spectrogram.expand(50, 1, 5, 11)
    >>> same, different = hide_frames(batch), T.TimeMasking(time_mask_param=4, iid_masks=True)(batch)
    >>> same.unique(dim=0).shape, (different == different[0]).all()
    (torch.Size([1, 1, 5, 11]), tensor(False))

    What is erased becomes 0, or the ``mask_value`` of a call. For decibels 0 is loud: take the least value.

    >>> F.mask_along_axis_iid(batch, mask_param=4, mask_value=-80.0, axis=3).unique()
    tensor([-80.,   1.])
    """


def stretching():
    """``TimeStretch`` changes how fast a complex spectrogram runs and leaves the frequencies where they are.

    A ``fixed_rate`` of 2 halves the number of frames. ``phase_vocoder`` is the function behind it.

    >>> import torch
    >>> from torchaudio import transforms as T
    >>> sample_rate = 16000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> tone = torch.sin(2 * torch.pi * 440 * time).unsqueeze(0)
    >>> values = T.Spectrogram(power=None)(tone)
    >>> stretched = T.TimeStretch(n_freq=201, fixed_rate=2.0)(values)
    >>> values.shape, stretched.shape
    (torch.Size([1, 201, 81]), torch.Size([1, 201, 41]))
    >>> sound = T.InverseSpectrogram()(stretched)
    >>> sound.shape
    torch.Size([1, 8000])

    Half a second is left, where index 220 means 440 Hz still.

    >>> torch.fft.rfft(sound).abs().argmax()
    tensor(220)
    """


def deltas():
    """``ComputeDeltas`` says how fast each feature changes, as the slope of a line through its neighbours.

    Speech is in the changes. The slopes are often put beside the features as further channels. ``win_length`` is the
    number of frames that the line is laid through; beyond the ends the last value is repeated.

    >>> import torch
    >>> from torchaudio import functional as F, transforms as T
    >>> features = torch.tensor([[[1.0, 2.0, 4.0, 8.0, 16.0]]])
    >>> T.ComputeDeltas(win_length=3)(features)
    tensor([[[0.5000, 1.5000, 3.0000, 6.0000, 4.0000]]])

    With three frames the slope is half the difference of the two outer ones, such as (8 - 2) / 2 = 3.

    >>> steady = torch.arange(9.0).mul(3).view(1, 1, 9)
    >>> F.compute_deltas(steady, win_length=5)[0, 0, 2:-2]
    tensor([3., 3., 3., 3., 3.])
    """


def centroid_and_pitch():
    """``SpectralCentroid`` is the mean frequency of a sound, ``detect_pitch_frequency`` the tone that one hears.

    Both give one number per frame; the median is the one in the middle. For a single tone the centroid is that tone.
    With an overtone it lies higher, and the pitch stays.

    >>> import torch
    >>> from torchaudio import functional as F, transforms as T
    >>> sample_rate = 16000
    >>> time = torch.arange(sample_rate) / sample_rate
    >>> def tone(hertz):
    ...     return torch.sin(2 * torch.pi * hertz * time)
    >>> low, centroid = tone(320), T.SpectralCentroid(sample_rate)
    >>> centroid(low).median().round(decimals=-1)
    tensor(320.)
    >>> both = low + tone(640)
    >>> centroid(both).median().round(decimals=-1)
    tensor(480.)
    >>> F.detect_pitch_frequency(both, sample_rate).median()
    tensor(320.)
    """


def edit_distance():
    """``edit_distance`` counts the words or letters to change, add and remove until one text becomes the other.

    Speech recognition is judged by it: the distance in words over the number of words spoken is the word error rate. It
    takes any two sequences.

    >>> import torch
    >>> from torchaudio import functional as F
    >>> F.edit_distance("kitten", "sitting")
    3
    >>> spoken, heard = "turn the light on".split(), "turn light off now".split()
    >>> F.edit_distance(spoken, heard), F.edit_distance(spoken, heard) / len(spoken)
    (3, 0.75)
    >>> F.edit_distance(torch.tensor([5, 7, 9]), torch.tensor([5, 9]))
    1
    """
