namespace HumanitarianEntry.Screening.Units;

/// <summary>Size of a military unit.</summary>
public enum UnitLevel
{
    Company,
    Battery,
    Battalion,
    Regiment,
    Brigade,
    Division,
    Corps,
    Army,
    Base,
    Point,
    Centre,
    Fleet,
}

/// <summary>Words of unit names, Russian, Ukrainian and English, by their stems. Own table, from the usual Russian and NATO staff abbreviations.</summary>
internal static class UnitVocabulary
{
    /// <summary>Arms by stem; the longer stem wins. One arm has one code, whatever the language: what one side calls mechanised is motor rifle for the other.</summary>
    public static readonly (string Stem, string Arm)[] Arms = Longest(
        "мотострел=motor", "мотопех=motor", "механиз=motor", "mechani=motor", "motori=motor", "motor=motor", "rifle=motor", "стрелков=motor", "mot=motor", "танков=tank", "tank=tank", "armoured=armour", "armored=armour", "бронетанк=armour",
        "десантноштурмов=assault", "airassault=assault", "airborneassault=assault", "airlanding=assault", "штурмов=assault", "воздушнодесант=airborne", "парашютнодесант=airborne", "airborne=airborne", "parachute=airborne", "вдв=airborne", "десантн=airborne",
        "морскойпехот=marine", "морпех=marine", "navalinfantry=marine", "marines=marine", "marine=marine", "специальногоназначени=special", "спецназ=special", "specialforces=special", "specialpurpose=special", "spetsnaz=special", "специальн=special", "special=special",
        "самоходн=selfpropelled", "selfpropelled=selfpropelled", "реактивн=rocket", "reactive=rocket", "rocket=rocket", "mlrs=rocket", "пулеметн=machinegun", "machinegun=machinegun", "артилл=artillery", "artillery=artillery",
        "ракетн=missile", "missile=missile", "зенитн=airdefence", "airdefence=airdefence", "airdefense=airdefence", "antiaircraft=airdefence", "берегов=coastal", "coastal=coastal", "обороны=defence", "defence=defence", "defense=defence", "прикрыти=covering", "covering=covering",
        "разведыв=recon", "разведк=recon", "recon=recon", "морск=maritime", "maritime=maritime", "противотанк=antitank", "antitank=antitank", "истребит=fighter", "fighter=fighter", "бомбардировоч=bomber", "bomber=bomber",
        "авиаци=aviation", "авиабаз=aviation", "aviation=aviation", "вертолет=helicopter", "helicopter=helicopter", "инженер=engineer", "сапер=engineer", "engineer=engineer", "связи=signal", "signal=signal", "огнемет=flame", "flamethrower=flame",
        "общевойсков=combined", "combinedarms=combined", "железнодорож=railway", "railway=railway", "транспорт=transport", "transport=transport", "радиацион=nbc", "рхб=nbc", "nbc=nbc", "biologicalprotection=nbc", "арктическ=arctic", "arctic=arctic",
        "большоймощност=highpower", "highpower=highpower", "полици=police", "police=police");

    public static readonly (string Stem, UnitLevel Level)[] Levels =
    [
        ("бригад", UnitLevel.Brigade), ("brigade", UnitLevel.Brigade), ("bde", UnitLevel.Brigade), ("полк", UnitLevel.Regiment), ("regiment", UnitLevel.Regiment), ("rgt", UnitLevel.Regiment), ("regt", UnitLevel.Regiment),
        ("дивизион", UnitLevel.Battalion), ("дивизи", UnitLevel.Division), ("division", UnitLevel.Division), ("батальон", UnitLevel.Battalion), ("battalion", UnitLevel.Battalion), ("bn", UnitLevel.Battalion), ("рот", UnitLevel.Company), ("company", UnitLevel.Company),
        ("батаре", UnitLevel.Battery), ("battery", UnitLevel.Battery), ("корпус", UnitLevel.Corps), ("corps", UnitLevel.Corps), ("арми", UnitLevel.Army), ("army", UnitLevel.Army), ("баз", UnitLevel.Base), ("base", UnitLevel.Base), ("пункт", UnitLevel.Point), ("point", UnitLevel.Point),
        ("центр", UnitLevel.Centre), ("center", UnitLevel.Centre), ("centre", UnitLevel.Centre), ("флот", UnitLevel.Fleet), ("fleet", UnitLevel.Fleet), ("flotilla", UnitLevel.Fleet),
    ];

    /// <summary>Words that tell units apart only in their honours and staff; they are no evidence either way.</summary>
    public static readonly string[] Ornaments = ["отдельн", "окрем", "separate", "sep", "гвардейск", "гвард", "гв", "guards", "guard", "gds", "heavy", "тяжел", "mountain", "горн", "hq", "headquarters", "штаб", "управлени", "military", "военн", "rapid", "reaction", "краснознамен", "ордена"];

    /// <summary>Russian staff abbreviations without the leading о (separate) and гв (guards), and the English ones in use.</summary>
    public static readonly Dictionary<string, (string[] Arms, UnitLevel Level)> Abbreviations = new(StringComparer.Ordinal)
    {
        ["мсбр"] = (["motor"], UnitLevel.Brigade), ["мсп"] = (["motor"], UnitLevel.Regiment), ["мсд"] = (["motor"], UnitLevel.Division), ["мсб"] = (["motor"], UnitLevel.Battalion), ["мср"] = (["motor"], UnitLevel.Company),
        ["тбр"] = (["tank"], UnitLevel.Brigade), ["тп"] = (["tank"], UnitLevel.Regiment), ["тд"] = (["tank"], UnitLevel.Division), ["тб"] = (["tank"], UnitLevel.Battalion), ["та"] = (["tank"], UnitLevel.Army),
        ["дшбр"] = (["assault"], UnitLevel.Brigade), ["дшп"] = (["assault"], UnitLevel.Regiment), ["дшд"] = (["assault"], UnitLevel.Division), ["дшб"] = (["assault"], UnitLevel.Battalion),
        ["вдбр"] = (["airborne"], UnitLevel.Brigade), ["вдп"] = (["airborne"], UnitLevel.Regiment), ["вдд"] = (["airborne"], UnitLevel.Division), ["пдп"] = (["airborne"], UnitLevel.Regiment), ["пдд"] = (["airborne"], UnitLevel.Division), ["пдб"] = (["airborne"], UnitLevel.Battalion),
        ["брмп"] = (["marine"], UnitLevel.Brigade), ["пмп"] = (["marine"], UnitLevel.Regiment), ["бмп"] = (["marine"], UnitLevel.Battalion), ["брспн"] = (["special"], UnitLevel.Brigade), ["пспн"] = (["special"], UnitLevel.Regiment), ["бспн"] = (["special"], UnitLevel.Battalion), ["рспн"] = (["special"], UnitLevel.Company),
        ["абр"] = (["artillery"], UnitLevel.Brigade), ["ап"] = (["artillery"], UnitLevel.Regiment), ["адн"] = (["artillery"], UnitLevel.Battalion), ["сап"] = (["selfpropelled", "artillery"], UnitLevel.Regiment), ["саап"] = (["selfpropelled", "artillery"], UnitLevel.Regiment),
        ["реабр"] = (["rocket", "artillery"], UnitLevel.Brigade), ["реап"] = (["rocket", "artillery"], UnitLevel.Regiment), ["рбр"] = (["missile"], UnitLevel.Brigade), ["зрбр"] = (["airdefence", "missile"], UnitLevel.Brigade), ["зрп"] = (["airdefence", "missile"], UnitLevel.Regiment),
        ["рб"] = (["recon"], UnitLevel.Battalion), ["разбр"] = (["recon"], UnitLevel.Brigade), ["птадн"] = (["antitank", "artillery"], UnitLevel.Battalion), ["птдн"] = (["antitank"], UnitLevel.Battalion), ["пулад"] = (["machinegun", "artillery"], UnitLevel.Division), ["пулап"] = (["machinegun", "artillery"], UnitLevel.Regiment),
        ["бракп"] = (["coastal", "missile"], UnitLevel.Regiment), ["бррбр"] = (["coastal", "missile"], UnitLevel.Brigade), ["оа"] = (["combined"], UnitLevel.Army), ["ак"] = ([], UnitLevel.Corps), ["вб"] = ([], UnitLevel.Base), ["обо"] = (["coastal", "defence"], UnitLevel.Brigade), ["мрп"] = (["maritime", "recon"], UnitLevel.Point),
        ["mrb"] = (["motor"], UnitLevel.Brigade), ["mrr"] = (["motor"], UnitLevel.Regiment), ["mrd"] = (["motor"], UnitLevel.Division), ["smrb"] = (["motor"], UnitLevel.Brigade), ["tb"] = (["tank"], UnitLevel.Brigade), ["tr"] = (["tank"], UnitLevel.Regiment), ["td"] = (["tank"], UnitLevel.Division),
        ["caa"] = (["combined"], UnitLevel.Army), ["gta"] = (["tank"], UnitLevel.Army), ["aab"] = (["assault"], UnitLevel.Brigade), ["aar"] = (["assault"], UnitLevel.Regiment), ["aad"] = (["assault"], UnitLevel.Division), ["nib"] = (["marine"], UnitLevel.Brigade), ["nir"] = (["marine"], UnitLevel.Regiment), ["sfb"] = (["special"], UnitLevel.Brigade), ["ac"] = ([], UnitLevel.Corps),
    };

    private static (string, string)[] Longest(params string[] pairs) => [.. pairs.Select(p => p.Split('=')).Select(p => (p[0], p[1])).OrderByDescending(p => p.Item1.Length)];
}
