namespace HumanitarianEntry.Notices.Inside;

/// <summary>Who is told what happened at a gate. Whoever has a text is told; whoever has none is not.</summary>
public sealed class Participants
{
    private readonly StaffTexts staff;
    private readonly CaseVocabulary vocabulary;

    internal Participants(StaffTexts staff, CaseVocabulary vocabulary) => (this.staff, this.vocabulary) = (staff, vocabulary);

    /// <summary>The audiences, roles and <see cref="InsideTexts.Applicant"/>, in the order of the file.</summary>
    /// <param name="outcome">An outcome of the gate, or <see cref="InsideTexts.Opened"/>.</param>
    /// <exception cref="KeyNotFoundException">Unknown gate or outcome.</exception>
    public IReadOnlyList<string> ToldAt(string gate, string outcome) => [.. Entry(gate, outcome).Keys];

    /// <summary>The coarse status the applicant reads here, or null when nothing is said to the applicant.</summary>
    /// <exception cref="KeyNotFoundException">Unknown gate or outcome.</exception>
    public string? ApplicantStatusAt(string gate, string outcome) =>
        Entry(gate, outcome).TryGetValue(InsideTexts.Applicant, out Told? told) ? told.Applicant!.Status : null;

    internal Told Require(string gate, string outcome, string audience) => Entry(gate, outcome).TryGetValue(audience, out Told? told)
        ? told
        : throw new KeyNotFoundException($"The audience '{audience}' is not told at {gate}.{outcome}.");

    private Dictionary<string, Told> Entry(string gate, string outcome)
    {
        if (staff.Entries.TryGetValue((gate, outcome), out Dictionary<string, Told>? entry))
        {
            return entry;
        }

        throw new KeyNotFoundException(vocabulary.Gates.ContainsKey(gate) ? $"The gate '{gate}' has no outcome '{outcome}'." : $"No gate '{gate}'.");
    }
}
