using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Dossiers.Content;
using HumanitarianEntry.Dossiers.Documents;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>A complete dossier after handbook case A. DEMO: every person, unit, document and event is invented.</summary>
internal static class SampleDossier
{
    public const string RussianQuotation =
        "Я присягал защищать свою страну, а не нападать на соседнюю. Двадцать пятого августа я подал рапорт об увольнении и сказал командиру, что больше не буду участвовать в этой войне. "
        + "Мне ответили, что рапорт потеряется, а я поеду обратно в составе той же группы. Тогда я понял, что уйти можно только самому.";

    public const string RussianDeclaration = "Всё, что здесь записано, я рассказал сам, без давления. Мне прочитали запись по-русски, и я исправил две даты.";

    public static DossierContent Create() => new()
    {
        Header = new()
        {
            Reference = "HE-7KQ4-M2XD",
            Version = "3",
            Date = new(2024, 1, 15),
            Programme = "Entrée en France sans passeport, par le Kazakhstan (FR-PLE-KZ)",
            Recipient = "Ambassade de France à Astana, section consulaire",
            CopyMark = "exemplaire 1 sur 2",
            Classification = "Confidentiel",
            SubmissionContact = "Responsable de la transmission, par la messagerie sécurisée convenue",
            KeyFingerprint = "4f2a91c07d3eb8561a09e4f762cd38b1905e7a444f2a91c07d3eb8561a09e4f7",
            Demonstration = true,
        },
        Versions =
        [
            new("1", new(2023, 11, 20), "Première version, soumise au second contrôle."),
            new("2", new(2023, 12, 18), "Précisions sur l’analyse de l’unité ; traduction assermentée de l’annexe 1."),
            new("3", new(2024, 1, 15), "Listes de contrôle mises à jour ; consentement renouvelé."),
        ],
        Request = SampleOpening.Request,
        Case = SampleOpening.Case,
        Persons = [SampleOpening.Person],
        StayingRelatives = [new("Mère", "Russie", "Ne peut être contactée sans danger ; aucune donnée de contact n’est conservée.")],
        TravelDocument = SampleOpening.TravelDocument,
        Host = SampleOpening.Host,
        Service = SampleService.Service,
        Refusal = SampleService.Refusal,
        Engagement = SampleService.Engagement,
        Vetting = SampleVetting.Vetting,
        Risk = SampleVetting.Risk,
        Needs = new()
        {
            Medical = ["Douleurs lombaires chroniques depuis mars 2022, sans traitement en cours ; examen à prévoir à l’arrivée."],
            Psychological = [new("Troubles du sommeil décrits lors de l’entretien ; souhaite un suivi en russe.", 5)],
            Family = [],
        },
        Reception = new()
        {
            Partner = "Association d’accueil partenaire, pôle premier accueil",
            Place = "Île-de-France",
            Accommodation = "Hébergement associatif réservé pour 60 jours à compter de l’arrivée.",
            Steps =
            [
                "Enregistrement de la demande d’asile auprès de la structure de premier accueil dans les jours suivant l’arrivée.",
                "Rendez-vous médical et inscription à un cours de français dans le premier mois.",
            ],
            Contact = "Coordination de l’accueil, joignable par la messagerie sécurisée convenue",
        },
        EarlierApplications = [new("Kazakhstan", "Demande d’asile", new(2022, 9, 30), "Refusée (mars 2023)", new("La décision ne conteste pas les faits ; elle retient l’absence de convocation remise en main propre.", 4))],
        Declarations = SampleVetting.Declarations,
        Annexes =
        [
            Annex(1, "Rapport de démission, copie portant le cachet d’enregistrement", "acte militaire", "russe, traduction française", OriginalSeen.No, "traducteur assermenté"),
            Annex(2, "Passeport intérieur, pages d’identité", "document d’identité", "russe, traduction française", OriginalSeen.Yes, "traducteur assermenté"),
            Annex(3, "Constat d’accès au canal anonyme (artefact de l’appareil et connexion en direct)", "procès-verbal", "français", OriginalSeen.BornDigital, null),
            Annex(4, "Certificat de demandeur d’asile et décision de refus", "décision administrative", "kazakh et russe, traduction française", OriginalSeen.Yes, "traducteur assermenté"),
            Annex(5, "Compte rendu d’entretien, relu et signé", "procès-verbal", "russe, traduction française", OriginalSeen.Yes, "traducteur assermenté"),
            Annex(6, "Vidéo « uniforme brûlé », copie de travail et relevé de capture", "vidéo", "russe, transcription française", OriginalSeen.BornDigital, "traducteur de l’organisation"),
            Annex(7, "Entretien publié dans la presse, capture et relevé", "article de presse", "anglais", OriginalSeen.BornDigital, null),
            Annex(8, "Extrait de la base de recherche fédérale, instantané hors ligne", "extrait de base", "russe, traduction française", OriginalSeen.BornDigital, "traducteur de l’organisation"),
            Annex(9, "Analyse de l’unité 00117 et de l’incident I-07", "note d’analyse", "français", OriginalSeen.BornDigital, null, embedded: false),
        ],
    };

    private static Annex Annex(int number, string title, string kind, string language, OriginalSeen original, string? translator, bool embedded = true)
    {
        var bytes = Encoding.UTF8.GetBytes($"DEMO. Annexe fictive {number} : {title}.\n");
        return new()
        {
            Number = number,
            Title = title,
            Kind = kind,
            Language = language,
            OriginalSeen = original,
            TranslatorFunction = translator,
            FileName = $"annexe-{number:00}.txt",
            MediaType = "text/plain",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Attached = embedded ? FileContent.Of(bytes) : null,
        };
    }
}
