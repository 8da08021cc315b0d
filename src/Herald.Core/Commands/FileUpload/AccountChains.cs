using Herald.Core.Commands.Contacts;

namespace Herald.Core.Commands.FileUpload;

/// <summary>
/// Joins lines of one AccountId to chains of at most five, wherever they stand in the file. Two walks over the file:
/// <see cref="Admit"/> every good line, then <see cref="Add"/> the same lines again. Held are the ids of accounts and
/// of their contacts, and in the second walk only chains that are not complete yet.
/// </summary>
public sealed class AccountChains
{
    private readonly Dictionary<string, Chain> chains = new(StringComparer.Ordinal);

    /// <summary>First walk. A fault for a line beyond five of its account, or for a contact its account has already.</summary>
    public Fault? Admit(UploadRow row)
    {
        if (row.AccountId is not { } account)
            return null;
        if (!chains.TryGetValue(account, out var chain))
            chains.Add(account, chain = new());
        if (chain.Lines.Count == ContactChain.Max)
            return new(FaultCode.Invalid, UploadColumn.AccountId, $"{UploadColumn.AccountId} has more than {ContactChain.Max} lines; a chain holds no more.");
        if (chain.Lines.Exists(line => ContactChain.SameId(line.Id, row.Contact.UniqueIdentifier)))
            return new(FaultCode.Invalid, UploadColumn.UniqueIdentifier, $"{UploadColumn.UniqueIdentifier} is that of an earlier line of this account; a chain names each contact once.");
        chain.Lines.Add((row.Line, row.Contact.UniqueIdentifier));
        return null;
    }

    /// <summary>Second walk. The complete chain, in the order of the file, with its last line; null while lines are missing and for a line that was not admitted.</summary>
    public IReadOnlyList<UploadRow>? Add(UploadRow row)
    {
        if (row.AccountId is not { } account)
            return [row];
        if (!chains.TryGetValue(account, out var chain) || !chain.Lines.Exists(line => line.Line == row.Line))
            return null;
        chain.Rows.Add(row);
        if (chain.Rows.Count < chain.Lines.Count)
            return null;
        chains.Remove(account);
        return chain.Rows;
    }

    private sealed class Chain
    {
        public List<(int Line, string Id)> Lines { get; } = [];
        public List<UploadRow> Rows { get; } = [];
    }
}
