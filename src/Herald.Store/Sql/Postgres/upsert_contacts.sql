-- A row that would not change keeps its version.
insert into contact (id, firstname, lastname, mobilephone, telephone1, telephone2, emailaddress1, address1_line1, address1_city, address1_stateorprovince, address1_postalcode, address1_country, created_at, modified_at)
select n.*, @now, @now from unnest(@id, @firstname, @lastname, @mobilephone, @telephone1, @telephone2, @email, @line1, @city, @province, @postalcode, @country) as n
on conflict (id) do update set
    firstname = coalesce(excluded.firstname, contact.firstname),
    lastname = coalesce(excluded.lastname, contact.lastname),
    mobilephone = coalesce(excluded.mobilephone, contact.mobilephone),
    telephone1 = coalesce(excluded.telephone1, contact.telephone1),
    telephone2 = coalesce(excluded.telephone2, contact.telephone2),
    emailaddress1 = coalesce(excluded.emailaddress1, contact.emailaddress1),
    address1_line1 = coalesce(excluded.address1_line1, contact.address1_line1),
    address1_city = coalesce(excluded.address1_city, contact.address1_city),
    address1_stateorprovince = coalesce(excluded.address1_stateorprovince, contact.address1_stateorprovince),
    address1_postalcode = coalesce(excluded.address1_postalcode, contact.address1_postalcode),
    address1_country = coalesce(excluded.address1_country, contact.address1_country),
    modified_at = excluded.modified_at, version = contact.version + 1
where (coalesce(excluded.firstname, contact.firstname), coalesce(excluded.lastname, contact.lastname), coalesce(excluded.mobilephone, contact.mobilephone), coalesce(excluded.telephone1, contact.telephone1), coalesce(excluded.telephone2, contact.telephone2), coalesce(excluded.emailaddress1, contact.emailaddress1), coalesce(excluded.address1_line1, contact.address1_line1), coalesce(excluded.address1_city, contact.address1_city), coalesce(excluded.address1_stateorprovince, contact.address1_stateorprovince), coalesce(excluded.address1_postalcode, contact.address1_postalcode), coalesce(excluded.address1_country, contact.address1_country)) is distinct from (contact.firstname, contact.lastname, contact.mobilephone, contact.telephone1, contact.telephone2, contact.emailaddress1, contact.address1_line1, contact.address1_city, contact.address1_stateorprovince, contact.address1_postalcode, contact.address1_country)
