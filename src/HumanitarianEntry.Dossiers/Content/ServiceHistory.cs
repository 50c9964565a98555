namespace HumanitarianEntry.Dossiers.Content;

public sealed record ServiceHistory
{
    public required CitedText EntryIntoService { get; init; }

    public required IReadOnlyList<ServicePeriod> Periods { get; init; }

    public required IReadOnlyList<UkrainePresence> PresenceInUkraine { get; init; }

    public required CitedText VoluntarinessFinding { get; init; }

    public required IReadOnlyList<CitedText> VoluntarinessReasons { get; init; }
}

/// <param name="Rank">Russian title and level; no NATO mapping.</param>
public sealed record ServicePeriod(string Unit, string Place, PartialDate From, PartialDate? Until, string Rank, CitedText Post);

public sealed record UkrainePresence(PartialDate From, PartialDate? Until, string Place, CitedText Task);

public sealed record RefusalAccount
{
    public required IReadOnlyList<CitedText> Narrative { get; init; }

    public required IReadOnlyList<QuotedStatement> Quotations { get; init; }

    public required IReadOnlyList<Prosecution> Prosecutions { get; init; }

    public required IReadOnlyList<CitedText> WantedStatus { get; init; }
}

/// <param name="Classification">What the case is to the assessment, such as persecution evidence.</param>
public sealed record Prosecution(string Article, string Offence, string Body, PartialDate? Opened, string Classification, CitedText Source);
