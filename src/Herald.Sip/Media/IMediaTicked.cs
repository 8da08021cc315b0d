namespace Herald.Sip.Media;

/// <summary>Called every 20 ms on the media thread; must not block.</summary>
internal interface IMediaTicked
{
    void Tick();
}
