return await Herald.Server.Cli.HeraldCommand.RunAsync(args);
