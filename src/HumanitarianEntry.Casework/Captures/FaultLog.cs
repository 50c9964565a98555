using System.Collections.Immutable;
using HumanitarianEntry.Casework.Examinations;
using HumanitarianEntry.Domain.EvidenceFiles;

namespace HumanitarianEntry.Casework.Captures;

/// <summary>What is broken or missing: all of it counted, the first of it named.</summary>
internal sealed class FaultLog
{
    private readonly ImmutableList<CaptureFault>.Builder named = ImmutableList.CreateBuilder<CaptureFault>();

    public int Count { get; private set; }

    public ImmutableList<CaptureFault> Named => named.ToImmutable();

    public int HashesThatHold { get; private set; }

    public void Add(CaptureFaultKind kind, string where)
    {
        Count++;
        if (named.Count < WebCapture.MostFaults)
        {
            named.Add(new CaptureFault(kind, PlainWords.Of(string.Empty, where).Value));
        }
    }

    /// <summary>Records how one hash came out.</summary>
    public void Judge(DigestVerdict verdict, string where)
    {
        switch (verdict)
        {
            case DigestVerdict.Holds:
                HashesThatHold++;
                break;
            case DigestVerdict.Differs:
                Add(CaptureFaultKind.HashDiffers, where);
                break;
            case DigestVerdict.Unknown:
                Add(CaptureFaultKind.HashOfUnknownKind, where);
                break;
        }
    }
}
