namespace Herald.Dispatch.Inbound;

internal enum Keyword
{
    None,
    Stop,
    Start,
    Yes,
    Help,
}
