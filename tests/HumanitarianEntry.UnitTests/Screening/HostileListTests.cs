using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Screening.Lists;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

/// <summary>Files that somebody damaged or made up: every layout says what it understood or refuses the file, soon, and never falls over.</summary>
public sealed class HostileListTests
{
    private const double Patience = 2000;
    private const string Hostile = ",;\"\t\r\n<>&'\0\uFEFF\u202E\u0301|/=[]{}A1я例\uD83D";

    private static readonly ColumnMapping Mapping = new() { Id = "id", Name = "name", BirthDate = "birthDate", Nationality = "nationality", Articles = "articles" };

    public static TheoryData<string> Layouts => ["mapped", "wanted", "ofac", "eu", "un"];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_DamagedFile_IsUnderstoodInPartOrRefusedInTime(string layout)
    {
        var whole = Sample(layout);
        Assert.NotEmpty(Read(layout, whole)!.Entries);
        var (refused, understood, slowest) = (0, 0, 0d);
        for (var seed = 0; seed < 300; seed++)
        {
            var from = ThreadClock.Milliseconds;
            _ = Read(layout, Damaged(whole, seed)) is null ? refused++ : understood++;
            slowest = Math.Max(slowest, ThreadClock.Milliseconds - from);
        }

        Assert.True(refused > 0 && understood > 0, $"{refused} refused, {understood} understood: the damage is too weak or too strong to show anything");
        Assert.True(slowest < Patience, $"{slowest} ms");
    }

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Read_MadeToTakeLong_EndsInTime(string layout)
    {
        var from = ThreadClock.Milliseconds;
        foreach (var (unit, times) in new[] { ("\"", 400_000), (",", 400_000), ("\n", 400_000), ("<a>", 100_000), ("&lt;", 100_000), ("a ", 200_000), ("\"\"", 200_000), ("; ", 200_000) })
        {
            Read(layout, Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Sample(layout)) + string.Concat(Enumerable.Repeat(unit, times))));
            Read(layout, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, times))));
        }

        Assert.True(ThreadClock.Milliseconds - from < 16 * Patience);
    }

    /// <returns>Null when the file was refused as a whole, with a reason.</returns>
    private static ListDraft? Read(string layout, byte[] bytes)
    {
        try
        {
            using var content = new MemoryStream(bytes);
            return ListReader.Read(content, FormatOf(layout), A.Metadata());
        }
        catch (InvalidDataException refusal)
        {
            Assert.NotEmpty(refusal.Message);
            return null;
        }
    }

    private static ListFormat FormatOf(string layout) => layout switch
    {
        "mapped" => new ListFormat.Mapped(Mapping),
        "wanted" => new ListFormat.WantedTable(),
        "ofac" => new ListFormat.OfacSdn(null),
        "eu" => new ListFormat.EuJournal(),
        "un" => new ListFormat.UnXml(),
        _ => throw new ArgumentOutOfRangeException(nameof(layout), layout, "Unknown layout."),
    };

    private static byte[] Sample(string layout) => Encoding.UTF8.GetBytes(layout switch
    {
        "mapped" => "id,name,birthDate,nationality,articles\n1,\"DEMOVICH, Kazimir\",1960-02-03,RU,337\n2,Пробный Лука,14.3.1998,Russia,338; 105\n",
        "wanted" => "id,family,given,patronymic,birthDate,sex,articles\n1,Щуренков,Артём,Юрьевич,1998-03-14,м,337 ч. 5\n2,Мокрогузов,Остап,Прохорович,1971,м,158\n",
        "ofac" => "1001,\"DEMOVICH, Kazimir\",individual,DEMO,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 03 Feb 1960; nationality Russia.\"\n1002,\"PROBNY, Luka\",individual,DEMO,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1971.\"\n",
        "eu" => "recordId,name,alias,weakAlias,birthDate,gender,nationality,reason,birthPlace,passportNumber,idNumber\n1,Kazimir DEMOVICH,Казимир Демович,,3.2.1960,Male,Russian,DEMO,,,\n2,Luka PROBNY,,,1971,,,DEMO,,,\n",
        "un" => "<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>KAZIMIR</FIRST_NAME><SECOND_NAME>DEMOVICH</SECOND_NAME><INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1960-02-03</DATE></INDIVIDUAL_DATE_OF_BIRTH></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>",
        _ => throw new ArgumentOutOfRangeException(nameof(layout), layout, "Unknown layout."),
    });

    /// <summary>Bytes changed, cut out, doubled or put in, up to a dozen times.</summary>
    private static byte[] Damaged(byte[] whole, int seed)
    {
        var draw = SHA512.HashData(BitConverter.GetBytes(seed));
        var bytes = whole.ToList();
        for (var i = 0; i <= draw[0] % 12; i++)
        {
            var at = ((draw[i + 1] << 8) | draw[i + 2]) % bytes.Count;
            switch (draw[i + 3] % 4)
            {
                case 0:
                    bytes[at] = draw[i + 4];
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at - 1, draw[i + 4] % 9));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Hostile[draw[i + 4] % Hostile.Length].ToString()));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(bytes.Count - at, draw[i + 4])));
                    break;
            }
        }

        return [.. bytes];
    }
}
