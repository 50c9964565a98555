using HumanitarianEntry.Casework.Replay;
using Xunit;

namespace HumanitarianEntry.CaseworkTests.Replay;

public sealed class BadFileTests
{
    [Theory]
    [InlineData("bad-act.yaml", 8, "there is no act 'open-the-case'")]
    [InlineData("bad-field.yaml", 14, "open-case has no field 'colour'")]
    [InlineData("bad-missing.yaml", 7, "open-case needs the field 'language'")]
    [InlineData("bad-value.yaml", 10, "'carrier-pigeon' is not a value of kind")]
    [InlineData("bad-person.yaml", 7, "'nobody' is not one of the people")]
    [InlineData("bad-time.yaml", 14, "time must not go back")]
    [InlineData("bad-expect.yaml", 16, "'weather' is not known here")]
    [InlineData("bad-state.yaml", 14, "'Lost' is not known here")]
    [InlineData("bad-file.yaml", 19, "there is no file 'evidence/not-there.png'")]
    [InlineData("bad-yaml.yaml", 8, "")]
    [InlineData("bad-outcome.yaml", 14, "referral has no outcome 'maybe'")]
    public async Task Replay_BadFile_NamesFileLineAndProblem(string name, int line, string problem)
    {
        var wrong = await Assert.ThrowsAsync<CaseFileException>(() => CaseReplay.RunAsync(Path.Combine(CaseFiles.Folder, name), CaseFiles.Options(), CancellationToken.None));
        Assert.StartsWith($"{name}:{line}: {problem}", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BadFiles_InTheFolder_AreAllTested() =>
        Assert.Equal(CaseFiles.Names.Count(n => n.StartsWith("bad-", StringComparison.Ordinal)), typeof(BadFileTests).GetMethod(nameof(Replay_BadFile_NamesFileLineAndProblem))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Length);

    [Theory]
    [InlineData("state: ConsentPending", "expected state ConsentPending, was Referred")]
    [InlineData("applicant-sees: Closed", "expected applicant-sees Closed, was Received")]
    [InlineData("refused: [pseudonym-missing]", "expected refused pseudonym-missing, was done")]
    [InlineData("open-gates: []", "expected open-gates none, was referral")]
    [InlineData("timers: 3", "expected timers 3, was 0")]
    [InlineData("audit-valid: no", "expected audit-valid False, was True")]
    public async Task Verb_ExpectationThatDoesNotHold_EndsWithOneAndNamesTheLine(string expectation, string problem)
    {
        var folder = Directory.CreateTempSubdirectory("he-case-").FullName;
        try
        {
            var path = Path.Combine(folder, "changed.yaml");
            var text = await File.ReadAllTextAsync(Path.Combine(CaseFiles.Folder, "bad-state.yaml"));
            await File.WriteAllTextAsync(path, text.Replace("state: Lost", expectation, StringComparison.Ordinal));
            using var output = new StringWriter();
            using var error = new StringWriter();
            var code = await ReplayVerb.RunAsync([path, "--workflows", Path.Combine(CaseFiles.Root, "workflows"), "--templates", Path.Combine(CaseFiles.Root, "templates")], output, error);
            Assert.Equal(1, code);
            Assert.StartsWith($"changed.yaml:14: {problem}", error.ToString(), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData]
    [InlineData("--keep")]
    [InlineData("--what", "x.yaml")]
    [InlineData("not-there.yaml")]
    public async Task Verb_WrongUsage_EndsWithTwo(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        Assert.Equal(2, await ReplayVerb.RunAsync(args, output, error));
        Assert.Contains("replay FILE...", error.ToString(), StringComparison.Ordinal);
    }
}
