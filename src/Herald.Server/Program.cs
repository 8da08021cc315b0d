Console.WriteLine("herald");
