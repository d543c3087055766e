-- Makes a schema for a store in the current database, and two roles: one that imports and owns the store, one that only reads.
-- For the owner of the database or a superuser; again it does no harm:
--     psql -d training -v schema=training -f Scripts/engines/roles.sql
-- Both find the schema without --schema. Give them passwords: \password tadrib_import, and \password tadrib_report.
\if :{?schema}
\else
    \set schema training
\endif
SELECT 'CREATE ROLE ' || name || ' LOGIN'
FROM (VALUES ('tadrib_import'), ('tadrib_report')) AS roles (name)
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
BEGIN;
CREATE SCHEMA IF NOT EXISTS :"schema";
ALTER SCHEMA :"schema" OWNER TO tadrib_import;
GRANT USAGE ON SCHEMA :"schema" TO tadrib_report;
GRANT SELECT ON ALL TABLES IN SCHEMA :"schema" TO tadrib_report;
-- What later imports make belongs to the importing role, and the other may read it.
ALTER DEFAULT PRIVILEGES FOR ROLE tadrib_import IN SCHEMA :"schema" GRANT SELECT ON TABLES TO tadrib_report;
SELECT format('ALTER ROLE %I IN DATABASE %I SET search_path = %I', name, current_database(), :'schema')
FROM (VALUES ('tadrib_import'), ('tadrib_report')) AS roles (name) \gexec
SELECT format('ALTER ROLE tadrib_report IN DATABASE %I SET default_transaction_read_only = on', current_database()) \gexec
COMMIT;
