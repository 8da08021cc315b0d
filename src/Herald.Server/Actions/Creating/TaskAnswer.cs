namespace Herald.Server.Actions.Creating;

/// <summary>The JSON body that success is answered with.</summary>
internal delegate byte[] TaskAnswer(ApiCall call, Guid delivery, Guid task);
