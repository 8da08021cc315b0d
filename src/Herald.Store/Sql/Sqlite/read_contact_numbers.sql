select mobilephone, telephone1, telephone2 from contact where id = @contact
