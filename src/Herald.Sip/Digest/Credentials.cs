using System.Security.Cryptography;
using Herald.Sip.Messages;

namespace Herald.Sip.Digest;

/// <summary>A user and password, applied to a request that was challenged.</summary>
internal sealed record Credentials(string User, string Password)
{
    public static Credentials? Of(TrunkOptions trunk) => trunk.Username.Length > 0 ? new(trunk.Username, trunk.Password) : null;

    /// <summary>
    /// Writes the answer into the request. False = a challenge we cannot answer, or one that says our last answer was wrong;
    /// a stale nonce is not wrong (RFC 7616 §3.3).
    /// </summary>
    public bool Apply(SipResponse challenge, SipRequest to, int tries)
    {
        if (tries >= 3 || DigestChallenge.Best(challenge) is not { } best || (tries >= 1 && !best.Stale && HasAnswered(to, best)))
            return false;
        var cnonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        to.Headers.Set(DigestAnswer.HeaderFor(best), DigestAnswer.Write(best, User, Password, to.Method, to.Uri, 1, cnonce));
        return true;
    }

    // A proxy and the server behind it may both ask: only a second challenge of the same kind and realm is a refusal.
    private static bool HasAnswered(SipRequest request, DigestChallenge challenge) =>
        request.Headers[DigestAnswer.HeaderFor(challenge)]?.Contains("realm=" + Grammar.Quote(challenge.Realm), StringComparison.Ordinal) == true;
}
