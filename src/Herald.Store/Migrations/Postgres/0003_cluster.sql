-- Membership of the Orleans cluster (provider Microsoft.Orleans.Clustering.AdoNet). The provider finds its statements in
-- OrleansQuery by key; keys, parameter names and column names are its contract, the statements are ours.
create table OrleansQuery (
    QueryKey varchar(64) not null primary key,
    QueryText varchar(8000) not null
);

-- One row a cluster: its version goes up with every change of a member, and a change names the version it was made on.
create table OrleansMembershipVersionTable (
    DeploymentId varchar(150) not null primary key,
    Version integer not null default 0
);

create table OrleansMembershipTable (
    DeploymentId varchar(150) not null references OrleansMembershipVersionTable (DeploymentId),
    Address varchar(45) not null,
    Port integer not null,
    Generation integer not null,
    SiloName varchar(150) not null,
    HostName varchar(150) not null,
    Status integer not null,
    ProxyPort integer,
    SuspectTimes varchar(8000),
    StartTime timestamptz(3) not null,
    IAmAliveTime timestamptz(3) not null,
    primary key (DeploymentId, Address, Port, Generation)
);

insert into OrleansQuery (QueryKey, QueryText) values
('InsertMembershipVersionKey', $$
    with added as (
        insert into OrleansMembershipVersionTable (DeploymentId) values (@DeploymentId) on conflict do nothing returning 1
    )
    select count(*)::integer as row_count from added
$$),
('InsertMembershipKey', $$
    with version as (
        update OrleansMembershipVersionTable set Version = Version + 1
        where DeploymentId = @DeploymentId and Version = @Version and not exists (
            select from OrleansMembershipTable
            where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation)
        returning DeploymentId
    ), member as (
        insert into OrleansMembershipTable (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
        select DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from version
        returning 1
    )
    select count(*)::integer as row_count from member
$$),
('UpdateMembershipKey', $$
    with version as (
        update OrleansMembershipVersionTable set Version = Version + 1
        where DeploymentId = @DeploymentId and Version = @Version and exists (
            select from OrleansMembershipTable
            where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation)
        returning DeploymentId
    ), member as (
        update OrleansMembershipTable m set Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
        from version v
        where m.DeploymentId = v.DeploymentId and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
        returning 1
    )
    select count(*)::integer as row_count from member
$$),
('UpdateIAmAlivetimeKey', $$
    update OrleansMembershipTable set IAmAliveTime = @IAmAliveTime
    where DeploymentId = @DeploymentId and Address = @Address and Port = @Port and Generation = @Generation
$$),
-- The version comes back even where there is no member.
('MembershipReadRowKey', $$
    select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
    from OrleansMembershipVersionTable v
    left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId and m.Address = @Address and m.Port = @Port and m.Generation = @Generation
    where v.DeploymentId = @DeploymentId
$$),
('MembershipReadAllKey', $$
    select v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes, m.StartTime, m.IAmAliveTime, v.Version
    from OrleansMembershipVersionTable v
    left join OrleansMembershipTable m on m.DeploymentId = v.DeploymentId
    where v.DeploymentId = @DeploymentId
$$),
('DeleteMembershipTableEntriesKey', $$
    delete from OrleansMembershipTable where DeploymentId = @DeploymentId;
    delete from OrleansMembershipVersionTable where DeploymentId = @DeploymentId
$$),
('GatewaysQueryKey', $$
    select Address, ProxyPort, Generation from OrleansMembershipTable
    where DeploymentId = @DeploymentId and Status = @Status and ProxyPort > 0
$$),
-- 3 is Active: a live silo is never swept, however late its sign of life.
('CleanupDefunctSiloEntriesKey', $$
    delete from OrleansMembershipTable
    where DeploymentId = @DeploymentId and IAmAliveTime < @IAmAliveTime and Status <> 3
$$);
