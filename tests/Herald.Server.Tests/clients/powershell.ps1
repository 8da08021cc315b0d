# What administrators' scripts do: Invoke-RestMethod with a hashtable of headers, ConvertTo-Json bodies, URLs as they are typed. usage: pwsh powershell.ps1 URL
param([string]$Url)
$ErrorActionPreference = 'Stop'
function Assert($condition, $what) { if (-not $condition) { throw $what } }
$tenant = '11111111-1111-1111-1111-111111111111'
$token = (Invoke-RestMethod -Method Post -Uri "$Url/$tenant/oauth2/v2.0/token" -Body @{
    client_id = 'aaaaaaaa-0000-0000-0000-000000000002'; client_secret = 'dev-supervisor'; grant_type = 'client_credentials'; scope = "$Url/.default" }).access_token
$root = "$Url/api/data/v9.2/"
$headers = @{ Authorization = "Bearer $token"; 'OData-MaxVersion' = '4.0'; 'OData-Version' = '4.0'; Accept = 'application/json'; 'If-None-Match' = $null; 'Content-Type' = 'application/json; charset=utf-8'; Prefer = 'odata.include-annotations="*"' }
$voice = 'a1b2c3d4-e5f6-7890-abcd-ef1234567890'

Assert ((Invoke-RestMethod -Uri ($root + 'WhoAmI') -Headers $headers).UserId) 'WhoAmI'
$start = (Get-Date).ToUniversalTime().AddDays(1).ToString('yyyy-MM-ddTHH:mm:ss.fffZ')
$end = (Get-Date).ToUniversalTime().AddDays(1).AddHours(1).ToString('yyyy-MM-ddTHH:mm:ss.fffZ')
$contacts = ConvertTo-Json -Compress @(@{ uniqueIdentifier = 'ps'; firstName = 'Pö'; lastName = 'Shell'; mobilePhoneNumber = '+15550404' })
$body = @{ ApiVersion = '1.0'; ProactiveEngagementConfigId = $voice; Contacts = $contacts; Windows = (ConvertTo-Json -Compress @(@{ Start = $start; End = $end })) } | ConvertTo-Json
$made = Invoke-RestMethod -Method Post -Uri ($root + 'CCaaS_CreateProactiveDelivery') -Headers $headers -Body $body
Assert $made.DeliveryId 'CreateProactiveDelivery'

# Typed with raw spaces and quotes, an id in quotes, a key of two parts, an action without content.
$row = (Invoke-RestMethod -Uri ($root + "msdyn_proactive_deliveries?`$select=msdyn_status,msdyn_to_address&`$filter=msdyn_delivery_id eq '$($made.DeliveryId)' and msdyn_status eq 'Pending'&`$count=true") -Headers $headers)
Assert ($row.'@odata.count' -eq 1 -and $row.value[0].msdyn_to_address -eq '+15550404') 'filter'
$one = Invoke-RestMethod -Uri ($root + "msdyn_proactive_deliveries(msdyn_proactive_deliveryid=$($made.DeliveryId),partitionid='$($made.DeliveryId)')") -Headers $headers
Assert ($one.msdyn_status -eq 'Pending') 'two-part key'
$tasks = Invoke-RestMethod -Uri ($root + "CCaaS_GetDeliveryTasks(DeliveryTaskId=$($made.DeliveryTaskId))") -Headers $headers
Assert ($tasks.value[0].deliveryTaskId -eq $made.DeliveryTaskId) 'GetDeliveryTasks'
$answer = Invoke-WebRequest -Method Post -Uri ($root + 'CCaaS_CreateOperation') -Headers $headers -Body (@{ ApiVersion = '1.0'; Operation = 'Cancel'; DeliveryId = $made.DeliveryId } | ConvertTo-Json)
Assert ($answer.StatusCode -eq 202) 'CreateOperation'

# Rows: the id out of the header, an update, pages by their links, a file of headers by HEAD.
$answer = Invoke-WebRequest -Method Post -Uri ($root + 'contacts') -Headers $headers -Body (@{ lastname = 'Shell'; firstname = 'Pö' } | ConvertTo-Json)
Assert ($answer.StatusCode -eq 204) 'create'
$contact = [string]$answer.Headers['OData-EntityId']
$null = Invoke-RestMethod -Method Patch -Uri $contact -Headers ($headers + @{ 'If-Match' = '*' }) -Body '{"lastname":"Shell 2"}'
Assert ((Invoke-RestMethod -Uri "$contact`?`$select=firstname,lastname" -Headers $headers).firstname -eq 'Pö') 'umlaut'
Assert ((Invoke-WebRequest -Method Head -Uri $contact -Headers $headers).StatusCode -eq 200) 'head'
$seen = @(); $next = $root + "contacts?`$select=lastname&`$filter=startswith(lastname,'Shell')"
while ($next) { $page = Invoke-RestMethod -Uri $next -Headers ($headers + @{}) ; $seen += $page.value; $next = $page.'@odata.nextLink' }
Assert ($seen.Count -ge 1) 'pages'
$fetch = [uri]::EscapeDataString('<fetch top="1"><entity name="contact"><attribute name="lastname"/><filter><condition attribute="lastname" operator="eq" value="shell 2"/></filter></entity></fetch>')
Assert ((Invoke-RestMethod -Uri ($root + "contacts?fetchXml=$fetch") -Headers $headers).value[0].lastname -eq 'Shell 2') 'fetchXml'
$null = Invoke-RestMethod -Method Delete -Uri $contact -Headers $headers

# A refusal as a script sees it.
try { $null = Invoke-RestMethod -Uri $contact -Headers $headers; throw 'It should be gone.' }
catch [Microsoft.PowerShell.Commands.HttpResponseException] {
    Assert ([int]$_.Exception.Response.StatusCode -eq 404) 'status'
    Assert (($_.ErrorDetails.Message | ConvertFrom-Json).error.code -eq '0x80040217') 'code'
}
'ok'
