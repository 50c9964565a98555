using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using HumanitarianEntry.Casework.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace HumanitarianEntry.Casework.Custody;

/// <summary>Asks a time stamp service (RFC 3161) to say when it saw the root of a day. One hash leaves, nothing else; while the service is away the question waits.</summary>
#pragma warning disable CA1001 // lives as long as the process
public sealed class TimeStamps(CaseDatabase cases, CustodySettings settings, DaySealFolder folder, ILogger<TimeStamps> log)
#pragma warning restore CA1001
{
    private const int MostAnswerBytes = 256 * 1024;
    private const int MostADay = 60;
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = MostAnswerBytes };

    /// <summary>Stamps what has no stamp yet, the oldest first.</summary>
    /// <returns>How many were stamped.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (settings.StampService is not { } service)
        {
            return 0;
        }

        await using var db = cases.CreateDbContext();
        var waiting = await db.DaySeals.Where(s => s.Stamp == null).OrderBy(s => s.Day).Take(MostADay).ToListAsync(cancellationToken);
        var done = 0;
        foreach (var row in waiting)
        {
            var seal = DaySeal.Read(row.Json);
            if (await AskAsync(service, seal.RootBytes, cancellationToken) is not { } stamp || TimeOf(stamp, seal.RootBytes) is not { } at)
            {
                log.LogWarning("The time stamp service gave no answer that can be believed for the seal of {Day}; it is asked again", row.Day);
                return done;
            }

            (row.Stamp, row.StampedAt) = (stamp, at.Stored());
            await db.SaveChangesAsync(cancellationToken);
            folder.WriteStamp(seal.Day, stamp);
            done++;
        }

        return done;
    }

    /// <summary>The time that a stamp states for these bytes; null when it is of other bytes, broken, or of nobody whom the settings trust.</summary>
    public DateTimeOffset? TimeOf(byte[] stamp, byte[] root)
    {
        if (settings.StampRoots is null || !Rfc3161TimestampToken.TryDecode(stamp, out var token, out var read) || read != stamp.Length
            || !token.VerifySignatureForHash(SHA256.HashData(root), HashAlgorithmName.SHA256, out var signer))
        {
            return null;
        }

        using (signer)
        {
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.ImportFromPemFile(settings.StampRoots);
            chain.ChainPolicy.ExtraStore.AddRange(token.AsSignedCms().Certificates);
            // Nothing is fetched to judge a stamp, and it stays good after its certificate has ended: what counts is the time it states.
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            chain.ChainPolicy.DisableCertificateDownloads = true;
            chain.ChainPolicy.VerificationTime = token.TokenInfo.Timestamp.UtcDateTime;
            chain.ChainPolicy.VerificationTimeIgnored = false;
            return chain.Build(signer!) ? token.TokenInfo.Timestamp : null;
        }
    }

    private async Task<byte[]?> AskAsync(Uri service, byte[] root, CancellationToken cancellationToken)
    {
        var request = Rfc3161TimestampRequest.CreateFromHash(SHA256.HashData(root), HashAlgorithmName.SHA256, nonce: RandomNumberGenerator.GetBytes(8), requestSignerCertificates: true);
        using var content = new ByteArrayContent(request.Encode());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
        try
        {
            using var answer = await http.PostAsync(service, content, cancellationToken);
            return answer.IsSuccessStatusCode ? request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(cancellationToken), out _).AsSignedCms().Encode() : null;
        }
        catch (Exception away) when (away is HttpRequestException or CryptographicException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }
}
