using System.Collections.Immutable;
using HumanitarianEntry.Domain.AntiWarActivity;
using HumanitarianEntry.Domain.Consent;
using HumanitarianEntry.Domain.Dossiers;
using HumanitarianEntry.Domain.EvidenceFiles;
using HumanitarianEntry.Domain.Families;
using HumanitarianEntry.Domain.Gates;
using HumanitarianEntry.Domain.Identity;
using HumanitarianEntry.Domain.Interviews;
using HumanitarianEntry.Domain.LegalSituation;
using HumanitarianEntry.Domain.Lookalikes;
using HumanitarianEntry.Domain.Needs;
using HumanitarianEntry.Domain.Reception;
using HumanitarianEntry.Domain.Translations;
using HumanitarianEntry.Domain.Travel;
using HumanitarianEntry.Domain.Vetting;

namespace HumanitarianEntry.Domain.Cases;

/// <summary>
/// The case as one role may see it. What is not for the role is absent from the result, not hidden in it (handbook section 2, roles x compartments; section 5, statements 6 to 9).
/// </summary>
public static class RoleView
{
    public static CaseFile For(Role role, CaseFile file)
    {
        if (role == Role.ReceptionPartner && !HandOver.IsReadable(file))
        {
            file = file with { Reception = file.Reception with { Packages = [] } };
        }

        if (role is not (Role.Coordinator or Role.System) && AccessTable.For(role, Compartment.Dossier) > Access.None)
        {
            file = file with { Dossier = file.Dossier with { Conflicts = [] } };
        }

        // What the person said in his own cause concerns those who decide and who speaks for him.
        if (role is not (Role.Coordinator or Role.Counsel or Role.System) && AccessTable.For(role, Compartment.Dossier) > Access.None)
        {
            file = file with { Dossier = file.Dossier with { Hearings = [], ConditionsAnswers = [], ReviewRequests = [], ReviewDecisions = [], ReviewReminders = [] } };
        }

        // What the ledger of claims says to others is worked out for them, or stands in the dossier.
        if (role is not (Role.Coordinator or Role.DossierOfficer or Role.System) && AccessTable.For(role, Compartment.Dossier) > Access.None)
        {
            file = file with { Dossier = file.Dossier with { ClaimTies = [], UnsupportedClaims = [], WithdrawnClaimEntries = [], ExplainedDisagreements = [] } };
        }

        if (AccessTable.For(role, Compartment.Vetting) == Access.Summary)
        {
            file = BlindReview.Settled(file);
        }

        foreach (var compartment in Enum.GetValues<Compartment>())
        {
            // Judged before the cut, which takes away what a proposal is about: one that nobody can agree to any more must not keep the next from being made.
            var facts = file[compartment] with { Proposals = file[compartment].Proposals.RemoveAll(p => GateRules.IsOutdated(file, p)) };
            file = file.With(compartment, Cut(role, AccessTable.For(role, compartment), facts));
        }

        return file;
    }

    /// <summary>Compartments that must be opened to build the view at all. Confidential sheets are never among them: they are opened one by one, by who asks for that page.</summary>
    public static IReadOnlyList<Compartment> Opened(Role role) => [.. Enum.GetValues<Compartment>().Where(c => !Sheets.IsSheet(c) && AccessTable.For(role, c) > Access.None)];

    private static CompartmentFacts Cut(Role role, Access access, CompartmentFacts facts) => access switch
    {
        // That another case may be the same person's concerns those who take people in and decide, nobody else.
        Access.Write or Access.Read when facts is ContactFacts contact && role is not (Role.IntakeOfficer or Role.Coordinator or Role.System) =>
            contact with { Likenesses = [], LikenessDismissals = [], Merges = [] },
        // What was made of two sources goes to those who may read both of them.
        Access.Write or Access.Read when facts is InterviewFacts { MismatchSteps: { } steps } interview =>
            interview with { MismatchSteps = steps.RemoveAll(s => s.Value.RestsOn.Exists(c => AccessTable.For(role, c) < Access.Read)) },
        // What a file tells of device, author and place goes to those who work with the originals.
        Access.Write or Access.Read when facts is EvidenceFacts evidence && role is not (Role.Coordinator or Role.System) =>
            LookalikeRules.For(role, FileRules.MayReadTraits(role) ? evidence : FileRules.WithoutTraits(evidence)),
        Access.Write or Access.Read => facts,
        Access.Summary => Summary(facts),
        Access.Status => Status(role, facts),
        Access.None => Empty(facts),
    };

    private static CompartmentFacts Summary(CompartmentFacts facts) => facts switch
    {
        IdentityFacts identity => new IdentityFacts { Names = identity.Names, Gradings = identity.Gradings, Decisions = identity.Decisions },
        InterviewFacts interview => new InterviewFacts { Statements = interview.Statements, Service = interview.Service, Prosecutions = interview.Prosecutions, Decisions = interview.Decisions, Translations = OfStatements(interview.Translations) },
        // Result and reasons: which lists were searched when, what was concluded; never hits, scores or working notes.
        VettingFacts vetting => new VettingFacts
        {
            Runs = vetting.Runs.ConvertAll(r => r with { Value = r.Value with { Hits = [] } }),
            Overlaps = vetting.Overlaps,
            UnitReadings = vetting.UnitReadings,
            Exclusions = vetting.Exclusions,
            Voluntariness = vetting.Voluntariness,
            Decisions = vetting.Decisions,
            Proposals = Blank(vetting.Proposals),
        },
        EvidenceFacts evidence => evidence.Summary(),
        // The post: what was handed to it and what it said; no internal recommendation, no earlier refusals, no proposals.
        DossierFacts dossier => new DossierFacts
        {
            Versions = [.. dossier.Versions.Where(v => dossier.Submissions.Values().Any(s => s.Sha256 == v.Sha256))],
            Submissions = dossier.Submissions,
            Receipts = dossier.Receipts,
            Questions = dossier.Questions,
            Answers = dossier.Answers,
            StateDecisions = dossier.StateDecisions,
        },
        ContactFacts contact => new ContactFacts { Stays = contact.Stays, Decisions = contact.Decisions },
        TravelFacts travel => new TravelFacts { Papers = travel.Papers, Decisions = travel.Decisions },
        ReceptionFacts reception => new ReceptionFacts { Packages = reception.Packages, Decisions = reception.Decisions },
        // What is to come and when; never a file number, and not where the person was seen to be wanted.
        LegalFacts legal => legal with { Procedures = legal.Procedures.ConvertAll(p => p with { Value = p.Value with { FileNumber = null } }), WantedStatuses = [] },
        // Who travels, and that a child was thought of; who the others are is for those who look after the family.
        FamilyFacts family => new FamilyFacts { Members = family.Members.FindAll(m => m.Value.Travels), ChildChecks = family.ChildChecks.ConvertAll(c => c with { Value = c.Value with { Reasons = string.Empty } }) },
        // There is no part of a confidential sheet.
        MedicalFacts or PsychologicalFacts => Empty(facts),
        _ => throw new ArgumentException($"Unknown compartment {facts.GetType().Name}.", nameof(facts)),
    };

    /// <summary>Who decides as the second person must know that a proposal waits; what it says he does not see, and judges by himself.</summary>
    private static CompartmentFacts Status(Role role, CompartmentFacts facts) => Empty(facts) with
    {
        Decisions = facts.Decisions.ConvertAll(d => d with { Reason = string.Empty, ReasonCodes = [], Dissent = [] }),
        Proposals = Blank(facts.Proposals.RemoveAll(p => !GateTable.For(p.Gate).Deciders.Contains(role))),
    };

    /// <summary>Without those of answers, which a summary does not hold.</summary>
    private static TranslationBook? OfStatements(TranslationBook? book)
    {
        var shown = book?.Orders.FindAll(o => o.Value.Source.Kind == TranslationSourceKind.Statement);
        return book is null ? null : new TranslationBook { Orders = shown!, Steps = book.Steps.FindAll(s => shown!.Exists(o => o.Value.Number == s.Value.Job)) };
    }

    private static ImmutableList<Proposal> Blank(ImmutableList<Proposal> proposals) =>
        proposals.ConvertAll(p => p with
        {
            Outcome = string.Empty,
            Reason = string.Empty,
            ReasonCodes = [],
            Subject = null,
            Opinions = p.Opinions.ConvertAll(o => o with { Outcome = string.Empty, Reason = string.Empty }),
        });

    private static CompartmentFacts Empty(CompartmentFacts facts) => facts switch
    {
        IdentityFacts => new IdentityFacts(),
        ContactFacts => new ContactFacts(),
        InterviewFacts => new InterviewFacts(),
        VettingFacts => new VettingFacts(),
        EvidenceFacts => new EvidenceFacts(),
        DossierFacts => new DossierFacts(),
        TravelFacts => new TravelFacts(),
        ReceptionFacts => new ReceptionFacts(),
        LegalFacts => new LegalFacts(),
        FamilyFacts => new FamilyFacts(),
        MedicalFacts => new MedicalFacts(),
        PsychologicalFacts => new PsychologicalFacts(),
        _ => throw new ArgumentException($"Unknown compartment {facts.GetType().Name}.", nameof(facts)),
    };
}
