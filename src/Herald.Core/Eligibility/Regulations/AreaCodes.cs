using NodaTime;

namespace Herald.Core.Eligibility.Regulations;

/// <summary>States and provinces of the North American plan: zones in use there and area codes. A state in two zones gives both to all its area codes: the attempt must be legal in each.</summary>
internal static class AreaCodes
{
    // code|name|zones|area codes. Zones: E Eastern, C Central, M Mountain, P Pacific, else tzdb ids.
    private const string Table = """
        AL|Alabama|C|205 251 256 334 659 938
        AK|Alaska|America/Anchorage America/Adak|907
        AZ|Arizona|America/Phoenix M|480 520 602 623 928
        AR|Arkansas|C|327 479 501 870
        CA|California|P|209 213 279 310 323 341 350 357 369 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 738 747 760 764 805 818 820 831 837 840 858 909 916 925 949 951
        CO|Colorado|M|303 719 720 748 970 983
        CT|Connecticut|E|203 475 860 959
        DE|Delaware|E|302
        DC|District of Columbia|E|202 771
        FL|Florida|E C|239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954
        GA|Georgia|E|229 404 470 478 678 706 762 770 912 943
        HI|Hawaii|Pacific/Honolulu|808
        ID|Idaho|M P|208 986
        IL|Illinois|C|217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872
        IN|Indiana|E C|219 260 317 463 574 765 812 930
        IA|Iowa|C|319 515 563 641 712
        KS|Kansas|C M|316 620 785 913
        KY|Kentucky|E C|270 364 502 606 859
        LA|Louisiana|C|225 318 337 457 504 985
        ME|Maine|E|207
        MD|Maryland|E|227 240 301 410 443 667
        MA|Massachusetts|E|339 351 413 508 617 774 781 857 978
        MI|Michigan|E C|231 248 269 313 517 586 616 679 734 810 906 947 989
        MN|Minnesota|C|218 320 507 612 651 763 924 952
        MS|Mississippi|C|228 471 601 662 769
        MO|Missouri|C|235 314 417 557 573 636 660 816 975
        MT|Montana|M|406
        NE|Nebraska|C M|308 402 531
        NV|Nevada|P M|702 725 775
        NH|New Hampshire|E|603
        NJ|New Jersey|E|201 551 609 640 732 848 856 862 908 973
        NM|New Mexico|M|505 575
        NY|New York|E|212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934
        NC|North Carolina|E|252 336 472 704 743 828 910 919 980 984
        ND|North Dakota|C M|701
        OH|Ohio|E|216 220 234 283 326 330 380 419 436 440 513 567 614 740 937
        OK|Oklahoma|C|405 539 572 580 918
        OR|Oregon|P M|458 503 541 971
        PA|Pennsylvania|E|215 223 267 272 412 445 484 570 582 610 717 724 814 835 878
        RI|Rhode Island|E|401
        SC|South Carolina|E|803 821 839 843 854 864
        SD|South Dakota|C M|605
        TN|Tennessee|E C|423 615 629 731 865 901 931
        TX|Texas|C M|210 214 254 281 325 346 361 409 430 432 469 512 621 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979
        UT|Utah|M|385 435 801
        VT|Vermont|E|802
        VA|Virginia|E|276 434 540 571 686 703 757 804 826 948
        WA|Washington|P|206 253 360 425 509 564
        WV|West Virginia|E|304 681
        WI|Wisconsin|C|262 274 353 414 534 608 715 920
        WY|Wyoming|M|307
        AB|Alberta|America/Edmonton|368 403 587 780 825
        BC|British Columbia|America/Vancouver America/Edmonton America/Creston|236 250 257 604 672 778
        MB|Manitoba|America/Winnipeg|204 431 584
        NB|New Brunswick|America/Moncton|428 506
        NL|Newfoundland and Labrador|America/St_Johns America/Goose_Bay|709 879
        NS|Nova Scotia|America/Halifax|782 902
        PE|Prince Edward Island|America/Halifax|
        ON|Ontario|America/Toronto America/Winnipeg C|226 249 289 343 365 382 387 416 437 519 548 613 647 683 705 742 753 807 905 942
        QC|Quebec|America/Toronto America/Halifax America/Puerto_Rico|263 354 367 418 438 450 468 514 579 581 819 873
        SK|Saskatchewan|America/Regina America/Edmonton|306 474 639
        YT|Yukon|America/Whitehorse|
        NT|Northwest Territories|America/Edmonton|
        NU|Nunavut|America/Iqaluit America/Rankin_Inlet America/Cambridge_Bay America/Resolute|
        |the territories|America/Whitehorse America/Edmonton America/Iqaluit America/Rankin_Inlet America/Cambridge_Bay America/Resolute|867
        PR|Puerto Rico|America/Puerto_Rico|787 939
        VI|U.S. Virgin Islands|America/St_Thomas|340
        GU|Guam|Pacific/Guam|671
        AS|American Samoa|Pacific/Pago_Pago|684
        MP|Northern Mariana Islands|Pacific/Saipan|670
        |Bahamas|America/Nassau|242
        |Barbados|America/Barbados|246
        |Anguilla|America/Anguilla|264
        |Antigua|America/Antigua|268
        |British Virgin Islands|America/Tortola|284
        |Cayman Islands|America/Cayman|345
        |Bermuda|Atlantic/Bermuda|441
        |Grenada|America/Grenada|473
        |Turks and Caicos|America/Grand_Turk|649
        |Jamaica|America/Jamaica|658 876
        |Montserrat|America/Montserrat|664
        |Sint Maarten|America/Lower_Princes|721
        |Saint Lucia|America/St_Lucia|758
        |Dominica|America/Dominica|767
        |Saint Vincent|America/St_Vincent|784
        |Dominican Republic|America/Santo_Domingo|809 829 849
        |Trinidad and Tobago|America/Port_of_Spain|868
        |Saint Kitts|America/St_Kitts|869
        """;

    // A +1 number without a place (toll-free, unknown code) may ring anywhere of these.
    private static readonly DateTimeZone[] Anywhere = Zones("E C M America/Phoenix P America/Anchorage Pacific/Honolulu");

    private static readonly Dictionary<string, DateTimeZone[]> ByState = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Dictionary<string, DateTimeZone[]> ByAreaCode = new(StringComparer.Ordinal);

    static AreaCodes()
    {
        foreach (var line in Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = line.Split('|');
            var zones = Zones(fields[2]);
            if (fields[0].Length > 0)
                ByState[fields[0]] = ByState[fields[1]] = zones;
            foreach (var code in fields[3].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                ByAreaCode[code] = zones;
        }
    }

    /// <summary>Zones of a state or province of the United States or Canada by code or English name; empty = unknown.</summary>
    public static DateTimeZone[] OfState(string state) => ByState.GetValueOrDefault(state.Trim(), []);

    /// <summary>Zones of a <c>+1</c> number.</summary>
    public static DateTimeZone[] OfNumber(string number) =>
        number.Length >= 5 && ByAreaCode.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(number.AsSpan(2, 3), out var zones) ? zones : Anywhere;

    private static DateTimeZone[] Zones(string names) =>
    [
        .. names.Split(' ').Select(name => DateTimeZoneProviders.Tzdb[name switch
        {
            "E" => "America/New_York",
            "C" => "America/Chicago",
            "M" => "America/Denver",
            "P" => "America/Los_Angeles",
            _ => name,
        }]),
    ];
}
