using System.Diagnostics;
using HumanitarianEntry.Domain.Findings;
using Xunit;

namespace HumanitarianEntry.UnitTests.Domain;

public sealed class SharedPassagesTests
{
    private const string Told = "Тогда командир сказал, что мы все поедем на учения и вернёмся домой через три недели.";

    [Fact]
    public void Among_SameWordsOtherwiseWritten_AreOnePassageAsTheFirstWritesIt()
    {
        var found = Assert.Single(SharedPassages.Among([new("D5", "Меня вызвали. " + Told + " Я не поверил."), new("E2", "Вот что было: " + Told.ToUpperInvariant().Replace('Ё', 'Е').Replace(",", " —", StringComparison.Ordinal) + " Потом граница.")]));

        Assert.Equal(("D5", "E2", Told), (found.One, found.Other, found.Words));
    }

    [Fact]
    public void Among_EverydayPhrases_AreNotShown() =>
        Assert.Empty(SharedPassages.Among([new("D5", "Я не знаю, что сказать, и я не помню когда."), new("E2", "Я не знаю, что сказать, но это было летом."), new("E3", string.Empty), new("E4", "— … !!!")]));

    [Fact]
    public void Among_HugeOrStrangeTexts_EndsInTime()
    {
        var watch = Stopwatch.StartNew();
        var same = string.Join(' ', Enumerable.Repeat("слово", 200_000));
        var odd = string.Concat(Enumerable.Range(0, 3_000).Select(i => (char)(0x300 + (i % 80)) + "\u200F\uD800 "));
        var found = SharedPassages.Among([new("a", same), new("b", same), new("c", odd), new("d", new string('x', 1024 * 1024))]);

        Assert.InRange(found.Count, 1, SharedPassages.Most);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"It took {watch.Elapsed}.");
    }
}
