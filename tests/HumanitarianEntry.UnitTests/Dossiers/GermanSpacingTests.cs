using HumanitarianEntry.Dossiers.Texts;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

public sealed class GermanSpacingTests
{
    [Theory]
    [InlineData("vom 14. Mai 2024 bis 3. März 2025", "vom 14.~Mai 2024 bis 3.~März 2025")]
    [InlineData("§ 22 Satz 2 Aufenthaltsgesetz", "§~22 Satz~2 Aufenthaltsgesetz")]
    [InlineData("(Art. 1 F Buchst. a GFK)", "(Art.~1~F Buchst.~a GFK)")]
    [InlineData("Artikel 338 und 339, siehe Abschnitt 10.", "Artikel~338 und 339, siehe Abschnitt~10.")]
    [InlineData("Dekret Nr. 2004-1543", "Dekret Nr.~2004-1543")]
    [InlineData("Seite 2. Maier kam. Ein Satz mit Punkt.", "Seite 2. Maier kam. Ein Satz mit Punkt.")]
    [InlineData("im Jahr 2022. Mai war warm", "im Jahr 2022. Mai war warm")]
    public void Apply_BlankThatBelongsToItsNeighbours_BecomesOneThatNoLineBreaksAt(string text, string expected) =>
        Assert.Equal(expected.Replace('~', '\u00A0'), GermanSpacing.Apply(text));
}
