-- Where the content of a file lies in an object store, it is not here.
ALTER TABLE file ADD COLUMN elsewhere boolean NOT NULL DEFAULT false;
