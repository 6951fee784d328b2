create table item_class (
    item       varchar(30)${binary} not null references item,
    class_name varchar(30)${binary} not null,
    primary key (item, class_name)
);

create table item_not_with (
    item       varchar(30)${binary} not null references item,
    class_name varchar(30)${binary} not null,
    primary key (item, class_name)
);
