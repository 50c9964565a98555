using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HumanitarianEntry.Workflows.Definitions;

namespace HumanitarianEntry.Workflows.Programmes;

/// <summary>Strict: a misspelt field would silently switch a safeguard off, so every unknown one is an error with file and line.</summary>
internal sealed partial class ProgrammeReader
{
    private readonly JsonFields fields;
    private readonly JsonObject document;

    private ProgrammeReader(JsonObject document, JsonFields fields)
    {
        this.document = document;
        this.fields = fields;
    }

    public static ProgrammeSettings Read(string json, string fileName)
    {
        var (document, fields) = JsonFields.Open(json, fileName);
        return new ProgrammeReader(document, fields).Read();
    }

    private ProgrammeSettings Read()
    {
        fields.RefuseUnknown(
            document, "$schema", "id", "state", "hostCountry", "name", "legalBasis", "status", "quota", "definition", "withoutPassport", "minIdGrade", "minIdGradeWithPanel", "maxScreeningAgeDays",
            "gateResultsMaxAgeDays", "partnerConfirmsVetting", "evidence", "requiredDocuments", "dossierLanguages", "recipients", "disclosureProfiles", "consentPurposes", "remedies", "clocks", "workingDayCountries");
        var settings = new ProgrammeSettings
        {
            Id = Matching(document, "id", KebabWord(), "a word such as fr-ple-kz"),
            State = Matching(document, "state", CountryCode(), "two capital letters (ISO 3166-1)"),
            HostCountry = Matching(document, "hostCountry", CountryCode(), "two capital letters (ISO 3166-1)"),
            Name = ReadNames(),
            LegalBasis = ReadLegalBasis(),
            Status = Word<ProgrammeStatus>(document, "status"),
            Quota = document["quota"] is null ? null : AtLeast(document, "quota", 1),
            Definition = Matching(document, "definition", DefinitionFile(), "a file name such as fr-ple-kz.v1.json"),
            WithoutPassport = fields.Truth(document, "withoutPassport"),
            MinIdGrade = Word<IdGrade>(document, "minIdGrade"),
            MinIdGradeWithPanel = document["minIdGradeWithPanel"] is null ? null : Word<IdGrade>(document, "minIdGradeWithPanel"),
            MaxScreeningAgeDays = AtLeast(document, "maxScreeningAgeDays", 1),
            GateResultsMaxAgeDays = AtLeast(document, "gateResultsMaxAgeDays", 1),
            PartnerConfirmsVetting = fields.Truth(document, "partnerConfirmsVetting"),
            Evidence = ReadEvidence(),
            RequiredDocuments = Words("requiredDocuments"),
            DossierLanguages = Words("dossierLanguages"),
            Recipients = [.. fields.Objects(document, "recipients", required: true).Select(ReadRecipient)],
            DisclosureProfiles = document["disclosureProfiles"] is null ? null : ReadProfiles(),
            ConsentPurposes = Words("consentPurposes"),
            Remedies = [.. fields.Objects(document, "remedies", required: true).Select(ReadRemedy)],
            Clocks = ReadClocks(),
            WorkingDayCountries = Words("workingDayCountries"),
        };
        RefuseTwice("recipients", settings.Recipients.Select(recipient => recipient.Key));
        if (settings.DisclosureProfiles is { } profiles && settings.Recipients.FirstOrDefault(recipient => recipient.Receives == Delivery.Dossier && !profiles.ContainsKey(recipient.RedactionProfile)) is { } without)
            throw fields.Refused(document["disclosureProfiles"], JsonFields.WrongShape, $"the recipient '{without.Key}' names the profile '{without.RedactionProfile}', which is not among 'disclosureProfiles'");
        if (settings.Status == ProgrammeStatus.Open) RefuseUnready(settings);
        return settings;
    }

    private void RefuseUnready(ProgrammeSettings settings)
    {
        (string Field, bool IsEmpty)[] needed =
        [
            ("recipients", settings.Recipients.All(recipient => recipient.Receives != Delivery.Dossier)),
            ("requiredDocuments", settings.RequiredDocuments.IsEmpty),
            ("dossierLanguages", settings.DossierLanguages.IsEmpty),
            ("consentPurposes", settings.ConsentPurposes.IsEmpty),
            ("remedies", settings.Remedies.IsEmpty),
            ("clocks", settings.Clocks.IsEmpty),
            ("workingDayCountries", settings.WorkingDayCountries.IsEmpty),
            ("state", settings.State == ProgrammeSettings.NoState),
            ("evidence", settings.Evidence.MinActs == 0),
        ];
        foreach (var (field, isEmpty) in needed)
            if (isEmpty) throw fields.Refused(document[field], JsonFields.NotReady, $"a programme cannot be Open while '{field}' is empty; set its status to Draft until counsel has filled it");
    }

    private ImmutableSortedDictionary<string, string> ReadNames()
    {
        var names = fields.Object(document, "name");
        foreach (var locale in new[] { "en", "fr", "ru" }) fields.Text(names, locale);
        return names.ToImmutableSortedDictionary(name => name.Key, name => fields.Text(names, name.Key), StringComparer.Ordinal);
    }

    private LegalBasis ReadLegalBasis()
    {
        var basis = fields.Object(document, "legalBasis");
        fields.RefuseUnknown(basis, "text", "source");
        return new LegalBasis(fields.Text(basis, "text"), fields.Text(basis, "source"));
    }

    private EvidenceThresholds ReadEvidence()
    {
        var evidence = fields.Object(document, "evidence");
        fields.RefuseUnknown(evidence, "minActs", "minTypes", "minPublicOrCostly", "minBeforeFirstContact", "worstReliability", "worstCredibility", "worstCorroboration", "allowContradicted");
        return new EvidenceThresholds
        {
            MinActs = AtLeast(evidence, "minActs", 0),
            MinTypes = AtLeast(evidence, "minTypes", 0),
            MinPublicOrCostly = AtLeast(evidence, "minPublicOrCostly", 0),
            MinBeforeFirstContact = AtLeast(evidence, "minBeforeFirstContact", 0),
            WorstReliability = Matching(evidence, "worstReliability", Reliability(), "a letter A to F")[0],
            WorstCredibility = AtLeast(evidence, "worstCredibility", 1) is var worst and <= 6 ? worst : throw fields.Refused(evidence["worstCredibility"], JsonFields.WrongShape, "worstCredibility must be 1 to 6"),
            WorstCorroboration = Word<Corroboration>(evidence, "worstCorroboration"),
            AllowContradicted = fields.Truth(evidence, "allowContradicted"),
        };
    }

    private Recipient ReadRecipient(JsonObject recipient)
    {
        fields.RefuseUnknown(recipient, "key", "function", "receives", "redactionProfile");
        return new Recipient(Matching(recipient, "key", KebabWord(), "a word"), fields.Text(recipient, "function"), Word<Delivery>(recipient, "receives"), fields.Text(recipient, "redactionProfile"));
    }

    private ImmutableSortedDictionary<string, DisclosureSettings> ReadProfiles()
    {
        var profiles = fields.Object(document, "disclosureProfiles");
        return profiles.ToImmutableSortedDictionary(profile => profile.Key, profile => ReadProfile(fields.Object(profiles, profile.Key)), StringComparer.Ordinal);
    }

    private DisclosureSettings ReadProfile(JsonObject profile)
    {
        fields.RefuseUnknown(profile, "discloses", "annexes", "pictures");
        ImmutableArray<string> discloses = [.. fields.Texts(profile, "discloses")], annexes = [.. fields.Texts(profile, "annexes")];
        RefuseTwice("disclosureProfiles", discloses);
        RefuseTwice("disclosureProfiles", annexes);
        return new DisclosureSettings(discloses, annexes, profile["pictures"] is null ? PictureAnnexes.Attached : Word<PictureAnnexes>(profile, "pictures"), fields.LineOf(profile));
    }

    private Remedy ReadRemedy(JsonObject remedy)
    {
        fields.RefuseUnknown(remedy, "body", "deadline");
        return new Remedy(fields.Text(remedy, "body"), remedy["deadline"] is null ? null : Duration(remedy, "deadline"));
    }

    private ImmutableSortedDictionary<string, GateClock> ReadClocks()
    {
        var clocks = fields.Object(document, "clocks");
        return clocks.ToImmutableSortedDictionary(clock => clock.Key, clock => ReadClock(fields.Object(clocks, clock.Key)), StringComparer.Ordinal);
    }

    private GateClock ReadClock(JsonObject clock)
    {
        fields.RefuseUnknown(clock, "emergency", "urgent", "normal", "workingDays");
        var (emergency, urgent, normal) = (Duration(clock, "emergency"), Duration(clock, "urgent"), Duration(clock, "normal"));
        if (emergency > urgent || urgent > normal) throw fields.Refused(clock, JsonFields.WrongShape, "an emergency may not take longer than an urgent case, nor that longer than a normal one");
        var working = clock["workingDays"] is null ? [] : fields.Texts(clock, "workingDays").Select(text => Word<CasePriority>(clock, "workingDays", text)).ToImmutableArray();
        return new GateClock(emergency, urgent, normal, working);
    }
}
