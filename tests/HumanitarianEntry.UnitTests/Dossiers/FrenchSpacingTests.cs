using HumanitarianEntry.Dossiers.Texts;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

public sealed class FrenchSpacingTests
{
    [Theory]
    [InlineData("Décret n° 2004-1543, article 8 : « oui » ; non !", "Décret n°~2004-1543, article 8~: «~oui~»~; non~!")]
    [InlineData("du 5 mars au 1er août 2022", "du 5~mars au 1er~août 2022")]
    [InlineData("Il part en 2022 mars passé", "Il part en 2022 mars passé")]
    [InlineData("les 12 marsouins", "les 12 marsouins")]
    public void Apply_BlankThatBelongsToItsNeighbours_BecomesOneThatNoLineBreaksAt(string text, string expected) =>
        Assert.Equal(expected.Replace('~', '\u00A0'), FrenchSpacing.Apply(text));
}
