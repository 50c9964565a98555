using System.Security.Cryptography;
using System.Text;
using HumanitarianEntry.Screening.Matching;
using HumanitarianEntry.Screening.Names;
using HumanitarianEntry.Screening.People;
using Xunit;

namespace HumanitarianEntry.UnitTests.Screening;

public sealed class NameParserTests
{
    [Theory]
    [InlineData("Щуренков Артём Юрьевич", "Щуренков/Артём/Юрьевич")]
    [InlineData("Артём Юрьевич Щуренков", "Щуренков/Артём/Юрьевич")]
    [InlineData("SHCHURENKOV, Artem Yurievich", "SHCHURENKOV/Artem/Yurievich")]
    [InlineData("Artem Yurievich, SHCHURENKOV", "SHCHURENKOV/Artem/Yurievich")]
    [InlineData("Artem SHCHURENKOV", "SHCHURENKOV/Artem/")]
    [InlineData("Рядовой Щуренков Артём Юрьевич", "Щуренков/Артём/Юрьевич")]
    [InlineData("Алиев Вагиф Рашид оглы", "Алиев/Вагиф/Рашид оглы")]
    [InlineData("Dmitry Lukovtsev", "Lukovtsev/Dmitry/")]
    public void Parse_Text_FindsRoles(string text, string familyGivenPatronymic)
    {
        var parts = NameParser.Parse(PersonName.Of(text))[0].Parts;

        string Of(NameRole role) => string.Join(' ', parts.Where(p => p.Role == role).Select(p => p.Text));
        Assert.Equal(familyGivenPatronymic, $"{Of(NameRole.Family)}/{Of(NameRole.Given)}/{Of(NameRole.Patronymic)}");
    }

    [Theory]
    [InlineData("Lom-ali Butayev (Butaev)", new[] { "Lom-ali Butayev", "Lom-ali Butaev" })]
    [InlineData("Iyad (a.k.a. Eyad) MAKHLOUF", new[] { "Iyad MAKHLOUF", "Eyad MAKHLOUF" })]
    [InlineData("Arina Probnaya, née LUKINA", new[] { "Arina Probnaya", "Arina LUKINA" })]
    [InlineData("Aleksei/Alexey Lukovtsev", new[] { "Aleksei Lukovtsev", "Alexey Lukovtsev" })]
    public void Parse_SeveralSpellingsInOneCell_GivesEachReading(string text, string[] readings) =>
        Assert.Equal(readings, NameParser.Parse(PersonName.Of(text)).Select(p => p.Original));

    [Fact]
    public void Parse_DoubleFamilyName_SplitsIntoTwoFamilyWords() =>
        Assert.Equal(2, NameParser.Parse(PersonName.Of("Лукин-Щуренков", "Артём", null))[0].Parts.Count(p => p.Role == NameRole.Family));

    [Fact]
    public void Search_AnyText_NeverThrows()
    {
        var index = ListIndex.Build(A.List(A.Entry("Щуренков Артём Юрьевич", "1998"), A.Entry("(/)-,", null), A.Entry("\uD800 مثال 例 ()", null)));
        const string alphabet = "аАяЁъьщЩXxhHi'’-—(),./;[]|\" \t\u0301\u0361\u202E\uD83D\uDE00\uFFFD\0·ß例م1";
        foreach (var seed in Enumerable.Range(0, 2000))
        {
            var bytes = SHA256.HashData(BitConverter.GetBytes(seed));
            var text = new StringBuilder();
            for (var i = 0; i < bytes[0] % 31; i++)
            {
                text.Append(alphabet[bytes[i + 1] % alphabet.Length]);
            }

            var name = PersonName.Of(text + "щ", "Артём" + text, seed % 2 == 0 ? text.ToString() : null);
            var byFields = index.Search(new PersonQuery { Names = [name, PersonName.Of(text + "a")] });
            _ = Transliteration.Spellings(text.ToString());

            Assert.All(byFields.Candidates.Concat(byFields.NearestBelow), c => Assert.InRange(c.Score, 0, 100));
        }
    }

    [Fact]
    public void Search_VeryLongName_NeverThrows() =>
        Assert.NotNull(ListIndex.Build(A.List(A.Entry("Щуренков Артём"))).Search(new PersonQuery { Names = [PersonName.Of(new string('щ', 5000) + string.Concat(Enumerable.Repeat(" (а/б)", 500)))] }));
}
