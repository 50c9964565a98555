using System.Globalization;
using System.Text.RegularExpressions;
using HumanitarianEntry.Dossiers.Documents;
using HumanitarianEntry.Dossiers.Rendering;
using Xunit;

namespace HumanitarianEntry.UnitTests.Dossiers;

/// <summary>What other people's programs see in the file. Not a proof of PDF/A: the exporter checks that, these look at the structure.</summary>
public sealed class DossierPdfTests(RendererFixture fixture)
{
    [Fact]
    public async Task Sample_IsSetWithoutReplacements()
    {
        var rendered = await SampleAsync();

        Assert.InRange(rendered.Pages, 10, 25);
        Assert.Empty(rendered.ReplacedCharacters);
        // To look at the pages: DOSSIER_SAMPLE_OUT names a file to write.
        if (Environment.GetEnvironmentVariable("DOSSIER_SAMPLE_OUT") is { } path)
            await File.WriteAllBytesAsync(path, rendered.Bytes, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Qpdf_Sample_FindsNoError() => Assert.Contains("No syntax or stream encoding errors", await Tools.RunAsync(await SampleAsync(), "qpdf", "--check", "{file}"), StringComparison.Ordinal);

    [Fact]
    public async Task Pdfinfo_Sample_IsTaggedHasTitleAndNamesNobody()
    {
        var rendered = await SampleAsync();
        var properties = await Tools.RunAsync(rendered, "pdfinfo", "{file}");

        Assert.Matches(@"Tagged:\s+yes", properties);
        Assert.Matches(@"Title:\s+Dossier de demande d’entrée — HE-7KQ4-M2XD", properties);
        Assert.Matches($@"Pages:\s+{rendered.Pages}\b", properties);
        Assert.DoesNotMatch("Author|Keywords|Subject|SHCHURENKOV|Щуренков", properties);
        Assert.Contains("2024", Regex.Match(properties, "CreationDate:.*").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdftotext_Sample_HasEveryHeadingTheQuotationAndAFooterOnEveryPage()
    {
        var rendered = await SampleAsync();
        var pages = (await Tools.RunAsync(rendered, "pdftotext", "{file}", "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);
        var text = Flat(string.Join(' ', pages));

        Assert.All(DossierComposerTests.Titles, title => Assert.Contains(title, text, StringComparison.Ordinal));
        Assert.Contains(SampleDossier.RussianQuotation, text, StringComparison.Ordinal);
        Assert.Contains("14 mars 1998", text, StringComparison.Ordinal);
        Assert.Equal(rendered.Pages, pages.Length);
        for (var page = 0; page < pages.Length; page++)
        {
            Assert.Contains($"HE-7KQ4-M2XD · version 3 · page {page + 1} sur {pages.Length}", Flat(pages[page]), StringComparison.Ordinal);
            Assert.Contains("Ambassade de France à Astana, section consulaire", Flat(pages[page]), StringComparison.Ordinal);
            Assert.Contains("exemplaire 1 sur 2", Flat(pages[page]), StringComparison.Ordinal);
        }
        Assert.DoesNotMatch("Щуренков|SHCHURENKOV", pages[0]);
    }

    [Fact]
    public async Task Pdftotext_SampleInGerman_HasItsHeadingsInOrderGermanDatesAndItsLanguage()
    {
        var rendered = await fixture.Renderer.RenderAsync(RendererFixture.GermanSample(), RendererFixture.Options, TestContext.Current.CancellationToken);
        // To look at the pages: DOSSIER_SAMPLE_OUT_DE names a file to write.
        if (Environment.GetEnvironmentVariable("DOSSIER_SAMPLE_OUT_DE") is { } path)
            await File.WriteAllBytesAsync(path, rendered.Bytes, TestContext.Current.CancellationToken);
        var text = Flat(await Tools.RunAsync(rendered, "pdftotext", "{file}", "-"));
        var contents = text.IndexOf("Inhalt", StringComparison.Ordinal);
        var texts = RendererFixture.German;
        string[] titles =
        [
            texts.Request.Title, texts.Case.Title, texts.Person.Title, texts.Relatives.Title, texts.TravelDocument.Title, texts.Host.Title, texts.Service.Title, texts.Refusal.Title, texts.Engagement.Title,
            texts.Vetting.Title, texts.Risk.Title, texts.Needs.Title, texts.Reception.Title, texts.Earlier.Title, texts.Declaration.Title, texts.Annexes.Title,
        ];

        var places = titles.Select((title, i) => text.IndexOf($"{i + 1} {title}", contents, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        Assert.Contains("14. März 1998", text, StringComparison.Ordinal);
        Assert.Contains("HE-7KQ4-M2XD · Fassung 3 · Seite 2 von", text, StringComparison.Ordinal);
        Assert.Contains(SampleDossier.RussianQuotation, text, StringComparison.Ordinal);
        Assert.Empty(rendered.ReplacedCharacters);
        Assert.Equal("de", (await Tools.PikepdfAsync(rendered, "print(str(pdf.Root.Lang))")).Trim());
    }

    [Fact]
    public async Task Pdftotext_HostileText_ComesOutAsItWasWritten()
    {
        const string Hostile = "#read(\"/etc/passwd\") $x^2$ *b* = h <label> @ref // q";
        var rendered = await fixture.Renderer.RenderAsync(HostileDocument.With(Hostile), RendererFixture.Options, TestContext.Current.CancellationToken);

        var text = Flat(await Tools.RunAsync(rendered, "pdftotext", "{file}", "-"));

        Assert.Contains(Hostile, text, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", text, StringComparison.Ordinal);
    }

    /// <summary>An official copies a fingerprint or an address out of the file to compare it: nothing unseen may come along.</summary>
    [Fact]
    public async Task Pdftotext_HashesAndAddressesInTextAndTables_HoldNothingThatWasNotWritten()
    {
        const string Address = "https://example.invalid/demo/kanal/2023/03/14/zayavlenie-o-nesoglasii";
        var hash = string.Concat(Enumerable.Repeat("0a1b2c3d", 8));
        IReadOnlyList<Span> both = [.. Span.Of(hash + " "), .. Span.Of(Address + " (KZ-DEMO-00117) le 14 mars 2023")];
        var document = HostileDocument.With("DEMO") with { Blocks = [new ParagraphBlock(both), new KeyValueBlock([new("SHA-256", both)]), new TableBlock("DEMO", [new("SHA-256", 1), new("DEMO", 3)], [[both, both]])] };
        var rendered = await fixture.Renderer.RenderAsync(document, RendererFixture.Options, TestContext.Current.CancellationToken);

        var text = await Tools.RunAsync(rendered, "pdftotext", "-raw", "{file}", "-");

        Assert.DoesNotMatch(@"[\u200B\u00AD]", text);
        var joined = Regex.Replace(text, @"\s+", "");
        Assert.Equal(4, Regex.Count(joined, hash));
        Assert.Equal(4, Regex.Count(joined, Regex.Escape(Address)));
    }

    /// <summary>Wherever the line ends: a hyphen at the end of a line is left out by programs that copy text.</summary>
    [Fact]
    public async Task Pdftotext_CodesWithHyphensInANarrowColumn_KeepEveryHyphen()
    {
        var codes = Enumerable.Range(1, 30).Select(i => $"https://example.invalid/{new string('a', i)}/on-those-who-were-returned-and-what-became-of-them-{i}-afterwards/KZ-DEMO-{i}-{new string('b', i)}-end").ToList();
        var document = HostileDocument.With("DEMO") with { Blocks = [new TableBlock("DEMO", [new("DEMO", 1), new("DEMO", 2)], [.. codes.Select(IReadOnlyList<IReadOnlyList<Span>> (c) => [[new TextSpan(c) { Style = SpanStyle.Code }], Span.Of("DEMO")])])] };
        var rendered = await fixture.Renderer.RenderAsync(document, RendererFixture.Options, TestContext.Current.CancellationToken);

        foreach (var order in (string[])["-raw", "-nopgbrk"])
        {
            var joined = Regex.Replace(await Tools.RunAsync(rendered, "pdftotext", order, "{file}", "-"), @"\s+", "");
            Assert.Equal([], codes.Where(c => !joined.Contains(c, StringComparison.Ordinal)));
        }
    }

    /// <summary>Reports on a country: what an official copies to look one up holds no sign of ours, and what is said in another language is in that language for a reader, too.</summary>
    [Fact]
    public async Task Pdftotext_SampleSources_AddressAsWrittenAndForeignSentenceInItsLanguage()
    {
        var rendered = await SampleAsync();
        var text = await Tools.RunAsync(rendered, "pdftotext", "-raw", "{file}", "-");

        Assert.Contains(SampleVetting.SourceAddress, Regex.Replace(text, @"\s+", ""), StringComparison.Ordinal);
        Assert.Contains($"{SampleVetting.SourceInEnglish} (en anglais)", Flat(text), StringComparison.Ordinal);
        Assert.DoesNotContain("(en français)", text, StringComparison.Ordinal);
        var languages = await Tools.PikepdfAsync(rendered, """
            found = set()
            def walk(node):
                if isinstance(node, pikepdf.Array):
                    for child in node: walk(child)
                elif isinstance(node, pikepdf.Dictionary):
                    if '/Lang' in node: found.add(str(node.Lang))
                    if '/K' in node: walk(node.K)
            walk(pdf.Root.StructTreeRoot.K)
            print(' '.join(sorted(found)))
            """);
        Assert.Contains(" en ", $" {languages.Trim()} ", StringComparison.Ordinal);
    }

    /// <summary>A row that could fill a page is torn apart by its end: nothing runs off the paper, whether it is long or has many lines.</summary>
    [Theory]
    [InlineData(1200, " ")]
    [InlineData(150, "\n")]
    public async Task Pdftotext_RowLongerThanAPage_StaysOnThePages(int words, string between)
    {
        var text = string.Join(between, Enumerable.Range(1, words).Select(i => $"w{i}w"));
        IReadOnlyList<Block>[] rows =
        [
            [new KeyValueBlock([new("DEMO", Span.Of(text))])],
            [new TimelineBlock([new TimelineEntry("2022", Span.Of(text))])],
            [new TableBlock("DEMO", [new("DEMO", 1), new("DEMO", 9)], [[Span.Of("DEMO"), Span.Of(text)]])],
            [new RegisterBlock([new RegisterEntry("1", Span.Of("DEMO")) { Facts = [new("DEMO", Span.Of(text))] }])],
            [new SignatureBlock([new SignatureLine("DEMO", Span.Of(text))])],
            [new QuotationBlock(text)],
        ];
        foreach (var blocks in rows)
        {
            var rendered = await fixture.Renderer.RenderAsync(HostileDocument.With("DEMO") with { Blocks = blocks }, RendererFixture.Options, TestContext.Current.CancellationToken);
            var boxes = Regex.Matches(await Tools.RunAsync(rendered, "pdftotext", "-bbox", "{file}", "-"), @"yMax=""(?<bottom>[\d.]+)"">w(?<number>\d+)w<");

            Assert.Equal(Enumerable.Range(1, words), boxes.Select(b => int.Parse(b.Groups["number"].Value, CultureInfo.InvariantCulture)).Order());
            Assert.All(boxes, b => Assert.InRange(double.Parse(b.Groups["bottom"].Value, CultureInfo.InvariantCulture), 0, 800));
        }
    }

    [Theory]
    [InlineData("ar", "لن أشارك في هذه الحرب")]
    [InlineData("fa", "من دیگر در این جنگ شرکت نخواهم کرد")]
    [InlineData("ka", "მე აღარ მივიღებ მონაწილეობას")]
    [InlineData("hy", "Ես այլևս չեմ մասնակցի")]
    [InlineData("kk", "Мен бұл соғысқа енді қатыспаймын")]
    public async Task Pdftotext_OtherLanguages_ComeOutLetterByLetter(string language, string words)
    {
        var document = HostileDocument.With("DEMO") with { Blocks = [new QuotationBlock(words) { Language = language }] };
        var rendered = await fixture.Renderer.RenderAsync(document, RendererFixture.Options, TestContext.Current.CancellationToken);

        var text = Regex.Replace(await Tools.RunAsync(rendered, "pdftotext", "{file}", "-"), @"[\u202A-\u202E]", "");

        Assert.Contains(words, Flat(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdfdetach_Sample_ListsManifestAndEmbeddedAnnexes()
    {
        var list = await Tools.RunAsync(await SampleAsync(), "pdfdetach", "-list", "{file}");

        Assert.Contains("9 embedded files", list, StringComparison.Ordinal);
        Assert.Contains("manifest.json", list, StringComparison.Ordinal);
        Assert.Contains("annexe-08.txt", list, StringComparison.Ordinal);
        Assert.DoesNotContain("annexe-09.txt", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdffonts_Sample_AreAllEmbeddedNotoSans()
    {
        var fonts = (await Tools.RunAsync(await SampleAsync(), "pdffonts", "{file}")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();

        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\+NotoSans\S*\s.*\syes yes yes\s", font));
    }

    [Fact]
    public async Task Pikepdf_Sample_HasTagsLanguageOutlineAndPartA()
    {
        var found = await Tools.PikepdfAsync(await SampleAsync(), """
            root = pdf.Root
            names, headers, figures = set(), 0, []
            def walk(node):
                global headers
                if isinstance(node, pikepdf.Array):
                    for child in node: walk(child)
                elif isinstance(node, pikepdf.Dictionary):
                    kind = str(node.get('/S', ''))
                    names.add(kind)
                    if kind == '/TH':
                        attributes = node.get('/A', [])
                        attributes = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
                        assert any('/Scope' in entry for entry in attributes), 'a table header has no scope'
                        headers += 1
                    if kind == '/Figure':
                        assert str(node.get('/Alt', '')), 'a figure has no alternative text'
                        figures.append(str(node['/Alt']))
                    if '/K' in node: walk(node.K)
            walk(root.StructTreeRoot.K)
            print('lang', root.Lang)
            print('marked', root.MarkInfo.Marked)
            print('tags', ' '.join(sorted(names)))
            print('headers', headers > 20, 'figures', len(figures))
            with pdf.open_outline() as outline: print('outline', len(outline.root))
            meta = pdf.open_metadata()
            print('pdfa', meta.get('pdfaid:part'), meta.get('pdfaid:conformance'))
            print('af', sorted(str(entry.AFRelationship) + str(entry.UF) for entry in root.AF)[0:2])
            """);

        Assert.Contains("lang fr", found, StringComparison.Ordinal);
        Assert.Contains("marked True", found, StringComparison.Ordinal);
        Assert.All(new[] { "/H1", "/H2", "/Table", "/TH", "/TD", "/TOC", "/Figure", "/Link" }, tag => Assert.Contains(tag, found, StringComparison.Ordinal));
        Assert.Contains("headers True figures 3", found, StringComparison.Ordinal);
        Assert.Contains("pdfa 3 A", found, StringComparison.Ordinal);
        Assert.Contains("/Datamanifest.json", found, StringComparison.Ordinal);
        Assert.Contains("outline 17", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pikepdf_Sample_LeavesNothingOnAPageUnmarked()
    {
        var found = await Tools.PikepdfAsync(await SampleAsync(), """
            paint = {'S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'Tj', 'TJ', "'", '"', 'Do', 'sh'}
            total = unmarked = 0
            for page in pdf.pages:
                depth = 0
                for _, operator in pikepdf.parse_content_stream(page):
                    name = str(operator)
                    depth += 1 if name in ('BDC', 'BMC') else -1 if name == 'EMC' else 0
                    if name in paint:
                        total += 1
                        unmarked += depth == 0
            print('enough', total > 1000, 'unmarked', unmarked)
            """);

        Assert.Contains("enough True unmarked 0", found, StringComparison.Ordinal);
    }

    private Task<RenderedDossier> SampleAsync() => fixture.Renderer.RenderAsync(RendererFixture.SampleDocument(), RendererFixture.Options, TestContext.Current.CancellationToken);

    /// <summary>Line ends and blanks of any kind as one blank; what the line breaker hyphenated is not looked at.</summary>
    private static string Flat(string text) => Regex.Replace(text.Replace("\u200B", "", StringComparison.Ordinal), @"\s+", " ");
}
