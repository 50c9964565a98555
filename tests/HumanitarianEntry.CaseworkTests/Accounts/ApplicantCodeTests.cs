using System.Globalization;
using HumanitarianEntry.Casework.Accounts;
using HumanitarianEntry.Casework.Data.Rows;
using HumanitarianEntry.TestKit.Databases;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Accounts;

public sealed class ApplicantCodeTests
{
    [Fact]
    public void Parse_AsPeopleTypeIt_IsTheSameCode()
    {
        var code = ApplicantCode.Generate();
        var shown = code.ToDisplay();
        var plain = shown.Replace(" ", string.Empty, StringComparison.Ordinal);
        string[] typed = [shown, plain, $"  {shown}\n", shown.Replace(' ', '-'), shown.Replace(' ', '–'), shown.Replace(" ", " . ", StringComparison.Ordinal), shown.Replace(' ', '\u00A0'),
            "\u200E" + plain, string.Concat(plain.Select(d => (char)(d - '0' + 0x0660)))];

        Assert.Equal(24, shown.Length);
        Assert.All(typed, t => Assert.Equal(shown, ApplicantCode.Parse(t)?.ToDisplay()));
        Assert.DoesNotContain(plain, code.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234")]
    [InlineData("1234 5678 9012 3456 78O0")]
    [InlineData("1234 5678 9012 3456 7890 1")]
    public void Parse_NoCode_IsNull(string? typed) => Assert.Null(ApplicantCode.Parse(typed));

    [Fact]
    public void Parse_OneDigitWrongOrNeighboursSwapped_IsAlwaysNoticed()
    {
        for (var round = 0; round < 50; round++)
        {
            var plain = ApplicantCode.Generate().ToDisplay().Replace(" ", string.Empty, StringComparison.Ordinal);
            Assert.NotNull(ApplicantCode.Parse(plain));
            for (var i = 0; i < plain.Length; i++)
            {
                var wrong = plain.ToCharArray();
                wrong[i] = (char)('0' + ((wrong[i] - '0' + 1 + (round % 9)) % 10));
                Assert.Null(ApplicantCode.Parse(new string(wrong)));
                if (i + 1 < plain.Length && plain[i] != plain[i + 1])
                {
                    var swapped = plain.ToCharArray();
                    (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
                    Assert.Null(ApplicantCode.Parse(new string(swapped)));
                }
            }
        }
    }

    [Fact]
    public async Task Matches_RightWrongRevokedAndUnknown_OnlyTheRightOneOpens()
    {
        await using var store = await TestStore.OpenAsync();
        var row = await store.NewCaseAsync();
        var code = ApplicantCode.Generate();
        var access = new ApplicantAccessRow { Id = row.Id, CaseId = row.Id, CodeHash = store.Codes.Hash(row.Id, code), IssuedAt = row.OpenedAt };

        Assert.True(store.Codes.Matches(access, code));
        Assert.False(store.Codes.Matches(access, ApplicantCode.Generate()));
        Assert.False(store.Codes.Matches(null, code));
        access.RevokedAt = row.OpenedAt;
        Assert.False(store.Codes.Matches(access, code));
        Assert.NotEqual(store.Codes.Hash(row.Id, code), store.Codes.Hash(Guid.Empty, code));
    }

    [Fact]
    public async Task SecretMatches_SameWordTwice_DifferentHashesBothFit()
    {
        await using var store = await TestStore.OpenAsync();
        var id = Guid.Empty;
        var stored = store.Codes.HashSecret(id, "слово DEMO");

        Assert.True(store.Codes.SecretMatches(id, " слово DEMO ", stored));
        Assert.False(store.Codes.SecretMatches(id, "слово demo", stored));
        Assert.False(store.Codes.SecretMatches(id, "слово DEMO", null));
        Assert.NotEqual(stored, store.Codes.HashSecret(id, "слово DEMO"));
    }

    // Test values of RFC 6238 appendix B (SHA-1), cut to six digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(20000000000, "353130")]
    public void FindStep_ValuesOfTheStandard_AreFoundInTheirStepAndItsNeighboursOnly(long seconds, string code)
    {
        var secret = "12345678901234567890"u8;
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(seconds / 30, Totp.FindStep(secret, code, now));
        Assert.Equal(seconds / 30, Totp.FindStep(secret, code.Insert(3, " "), now.AddSeconds(30)));
        Assert.Null(Totp.FindStep(secret, code, now.AddSeconds(90)));
        Assert.Null(Totp.FindStep(secret, (int.Parse(code, CultureInfo.InvariantCulture) ^ 1).ToString("000000", CultureInfo.InvariantCulture), now));
    }
}
