-- Questions of the authority, each with its deadline and the task that stands for it.
create table application_query (
    application_id uuid not null references application,
    district text not null default current_setting('app.district'),
    task_id uuid not null,
    question text not null,
    received_on date not null,
    due_on date not null,
    answered_on date,
    primary key (application_id, task_id)
);
create unique index one_open_query on application_query (application_id) where answered_on is null;
select tenant_table('application_query');
