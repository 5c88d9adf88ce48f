-- Who signed a letter: the contact, whose name is looked up and not kept here, and the office it was
-- signed in, which stays when the person is erased.
alter table letter add column signed_by uuid;
alter table letter add column signed_as text;
alter table letter add constraint signed_in_an_office check ((signed_by is null) = (signed_as is null));
