-- what a partner said to an interchange: ACKNOWLEDGED_WITH_ERRORS
alter table interchange alter column status set data type varchar(30);
