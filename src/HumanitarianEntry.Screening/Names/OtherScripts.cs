namespace HumanitarianEntry.Screening.Names;

/// <summary>
/// Letters of Greek, Georgian, Armenian, Hebrew and Arabic in plain Latin: enough to meet a romanised name by likeness. Hebrew and Arabic write few vowels, so their names are
/// found by consonants and shown as similar, never as the same. Source: the alphabets themselves; own table.
/// </summary>
internal static class OtherScripts
{
    private const string Greek = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=kh ψ=ps ω=o";
    private const string Georgian = "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=k შ=sh ჩ=ch ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h";
    private const string Armenian = "ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=i թ=t ժ=zh ի=i լ=l խ=kh ծ=ts կ=k հ=h ձ=dz ղ=gh ճ=ch մ=m յ=y ն=n շ=sh ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev";
    private const string Hebrew = "א=a ב=b ג=g ד=d ה=h ו=v ז=z ח=kh ט=t י=i כ=k ך=k ל=l מ=m ם=m נ=n ן=n ס=s ע=a פ=p ף=f צ=ts ץ=ts ק=k ר=r ש=sh ת=t";
    private const string Arabic = "ا=a أ=a إ=i آ=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=d ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ک=k ل=l م=m ن=n ه=h ة=a و=u ي=i ى=a ئ=i ؤ=u ء= پ=p چ=ch ژ=zh گ=g ی=i";

    public static IEnumerable<KeyValuePair<char, string>> Letters => new[] { Greek, Georgian, Armenian, Hebrew, Arabic }
        .SelectMany(table => table.Split(' '))
        .Select(pair => KeyValuePair.Create(pair[0], pair[2..]));
}
