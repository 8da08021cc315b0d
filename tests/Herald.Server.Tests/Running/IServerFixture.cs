namespace Herald.Server.Tests.Running;

/// <summary>Which store the server under test runs on.</summary>
public interface IServerFixture
{
    RunningServer Server { get; }
}
