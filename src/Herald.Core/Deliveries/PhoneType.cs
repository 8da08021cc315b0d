namespace Herald.Core.Deliveries;

/// <summary>Which of a contact's three numbers. The numbers are stored; their order is the default dialling order.</summary>
public enum PhoneType
{
    Mobile = 0,
    Business = 1,
    Home = 2,
}
