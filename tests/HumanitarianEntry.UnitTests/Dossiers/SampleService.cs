using HumanitarianEntry.Dossiers.Content;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>DEMO: sections 7 to 9 of the sample.</summary>
internal static class SampleService
{
    public static ServiceHistory Service { get; } = new()
    {
        EntryIntoService = "Élève d’une école militaire de transmissions de 2015 à 2019, puis officier sous contrat. Engagement conclu avant la guerre, sans possibilité légale de le rompre après février 2022.",
        Periods =
        [
            new("École militaire de transmissions", "DEMO-ville", new(2015, 8), new(2019, 6), "курсант (élève officier)", "Formation d’officier des transmissions"),
            new("Unité 00117", "DEMO-garnison", new(2019, 7), new(2022, 8, 25), "старший лейтенант (lieutenant, 12e rang)", new("Chef d’une station relais", 1, 5)),
        ],
        PresenceInUkraine =
        [
            new(new(2022, 2), new(2022, 2, 23), "Crimée", new("Exercice annoncé comme devant se terminer le 20 février.", 5)),
            new(new(2022, 2, 24), new(2022, 3, 20), "région de Kherson", new("Station relais ; passage de la limite sans ordre écrit. Du 5 au 12 mars, à 40 km du lieu de l’incident I-07.", 5, 9)),
            new(new(2022, 3, 21), new(2022, 8, 20), "arrière de la zone", new("Maintenance de matériel radio ; permission le 20 août.", 5)),
        ],
        VoluntarinessFinding = "Service non volontaire au sens de l’examen : la participation n’a été ni recherchée ni acceptée, et aucune possibilité de départ n’existait avant août 2022.",
        VoluntarinessReasons =
        [
            new("Le contrat a été conclu en 2019, au terme d’une scolarité liant l’élève pour cinq ans.", 5),
            new("Il a demandé sa démission cinq jours après le début de sa première permission.", 1),
            "Aucune décoration, aucune prime de combat demandée.",
        ],
    };

    public static RefusalAccount Refusal { get; } = new()
    {
        Narrative =
        [
            new("Le 20 août 2022, l’intéressé quitte la zone pour sa première permission. Le 25 août, il remet un rapport de démission motivé par son refus de participer à la guerre ; le secrétariat l’enregistre et y appose un cachet.", 1),
            new("Le commandement l’avertit oralement que le rapport ne sera pas transmis et qu’il repartira avec le même groupe. Après l’annonce de la mobilisation, le 21 septembre 2022, toute démission devient impossible.", 5),
            new("Le 26 septembre 2022, il passe au Kazakhstan sans arme ni matériel.", 4),
        ],
        Quotations =
        [
            new()
            {
                Context = "Entretien du 14 juin 2023, récit libre",
                Original = SampleDossier.RussianQuotation,
                OriginalLanguage = "ru",
                Translation = "J’ai prêté serment de défendre mon pays, pas d’attaquer le pays voisin. Le vingt-cinq août, j’ai remis un rapport de démission et j’ai dit au commandant que je ne participerais plus à cette guerre. On m’a répondu que le rapport serait perdu et que je repartirais avec le même groupe. J’ai compris alors qu’on ne pouvait partir que par soi-même.",
                TranslatorFunction = "traducteur assermenté",
                Annexes = [5],
            },
        ],
        Prosecutions =
        [
            new("337, al. 5, du code pénal russe", "Abandon d’unité pendant la mobilisation", "Parquet militaire de garnison", new(2022, 12), "Indice de persécution", new("Mention dans la base de recherche ; année de naissance et patronyme concordants.", 8)),
        ],
        WantedStatus = [new("Inscrit à la base de recherche fédérale russe (instantané du 21 décembre 2023). L’extension aux États voisins n’est pas établie.", 8)],
    };

    public static EngagementRecord Engagement { get; } = new()
    {
        Finding = "Quatre actes de quatre natures différentes, dont trois antérieurs au premier contact et deux publics. Le seuil du programme est atteint.",
        Flight = new(2022, 9, 26),
        FirstContact = new(2023, 5, 2),
        Items =
        [
            Item("E1", new(2022, 8, 25), "Rapport de démission", new("Rapport manuscrit motivé par le refus de participer à la guerre, avec cachet et numéro d’enregistrement.", 1), SourceReliability.B, ContentCredibility.ProbablyTrue, Corroboration.OneIndependent, "Cachet comparé à deux spécimens ; numéro cohérent avec la série de l’unité."),
            Item("E2", new(2023, 1), "Canal d’information anonyme", new("Canal publiant des conseils juridiques aux militaires qui refusent de combattre.", 3), SourceReliability.C, ContentCredibility.ProbablyTrue, Corroboration.OneIndependent, "Artefact sur l’appareil et connexion d’administrateur réalisée devant deux agents."),
            Item("E3", new(2023, 3), "Vidéo « uniforme brûlé »", new("Vidéo à visage découvert, diffusée par une campagne contre la guerre.", 6), SourceReliability.B, ContentCredibility.ProbablyTrue, Corroboration.TwoIndependent, "Lieu et saison vérifiés ; deux archives indépendantes de la publication.", isPublic: true),
            Item("E4", new(2023, 9), "Entretien dans la presse", new("Entretien publié sous son nom par un média international.", 7), SourceReliability.A, ContentCredibility.Confirmed, Corroboration.TwoIndependent, "Publication d’origine consultée ; confirmation de la rédaction.", isPublic: true),
        ],
        ContraryActs = ["Aucune publication favorable à la guerre n’a été trouvée. Lacune : aucun acte connu entre le 26 septembre 2022 et janvier 2023, période que l’intéressé explique par la recherche d’un logement."],
    };

    private static EvidenceItem Item(string number, PartialDate date, string kind, CitedText description, SourceReliability reliability,
        ContentCredibility credibility, Corroboration corroboration, string verification, bool isPublic = false) => new()
        {
            Number = number,
            Date = date,
            Period = date.Latest < new DateOnly(2022, 9, 26) ? ActPeriod.BeforeFlight : date.Latest < new DateOnly(2023, 5, 2) ? ActPeriod.BeforeContact : ActPeriod.AfterContact,
            Kind = kind,
            Description = description,
            PublicUnderOwnName = isPublic,
            Reliability = reliability,
            Credibility = credibility,
            Corroboration = corroboration,
            HowVerified = verification,
        };
}
