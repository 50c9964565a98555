using System.Security.Cryptography;

namespace HumanitarianEntry.UnitTests.Screening;

/// <summary>Invented people without end, the same for the same seed.</summary>
internal static class InventedNames
{
    private static readonly string[] Families = ["Щуренков", "Щуренко", "Айсъяров", "Цыплухин", "Жуйнов", "Пробный", "Лукин", "Лукинский", "SHCHURENKOV", "Aisyarov", "Demov", "Демова", "Демченко", "Al-Demo"];
    private static readonly string[] Given = ["Артём", "Артур", "Тимур", "Глеб", "Пётр", "Уладзімір", "Владимир", "Саша", "Alexander", "Ihor", "Егор", "Анна", "Muhammad", "А."];
    internal static readonly string[] Fathers = ["Юрьевич", "Петрович", "Шамильевич", "Ильич", "Yurievich", "Уладзіміравіч", "оглы", "", "", "Рашид оглы"];

    public static string Name(int seed)
    {
        var b = SHA256.HashData(BitConverter.GetBytes(seed));
        var (family, given, father) = (Families[b[0] % Families.Length], Given[b[1] % Given.Length], Fathers[b[2] % Fathers.Length]);
        return (b[3] % 4) switch { 0 => $"{given} {father} {family}", 1 => $"{family}, {given} {father}", 2 => $"{family} ({given}) {father}", _ => $"{family} {given} {father}" };
    }

    public static string? Born(int seed) => (SHA256.HashData(BitConverter.GetBytes(seed))[5] % 5) switch { 0 => null, 1 => $"{1960 + seed % 40}", 2 => $"{1990 + seed % 3}-01-01", _ => $"{1990 + seed % 4}-0{1 + seed % 9}-1{seed % 9}" };
}
