using HumanitarianEntry.Casework.Replay;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Replay;

/// <summary>What stands beside the case files is made from the program. To write it anew: HE_WRITE_GENERATED=1 before this class.</summary>
public sealed class GeneratedFileTests
{
    [Theory]
    [InlineData("case.schema.json")]
    [InlineData("acts.md")]
    public async Task GeneratedFile_BesideTheCaseFiles_IsUpToDate(string name)
    {
        var expected = name == "acts.md" ? CaseFileSchema.Markdown() : CaseFileSchema.Json();
        var path = Path.Combine(CaseFiles.Folder, name);
        if (Environment.GetEnvironmentVariable("HE_WRITE_GENERATED") == "1")
        {
            await File.WriteAllTextAsync(path, expected);
        }

        Assert.Equal(expected, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task Documentation_OfExpectations_NamesEveryWord()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(CaseFiles.Folder, "README.md"));
        Assert.All(CaseFileSchema.ExpectationWords, word => Assert.Contains($"`{word}`", text, StringComparison.Ordinal));
    }
}
