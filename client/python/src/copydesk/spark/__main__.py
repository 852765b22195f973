"""The command `python -m copydesk.spark`."""

from copydesk.spark.command import main

if __name__ == "__main__":
    main()
